import { readFileSync } from 'node:fs';
import { canonicalJson } from '@iic/event-sourcing';
import { Value } from 'typebox/value';
import { deepFreeze } from '../pack-identity.ts';
import { jilin2020 } from '../packs/jilin-2020/index.ts';
import { PolicyPack } from '../policy-pack.ts';
import { PolicyPacks } from '../policy-packs.ts';
import { consistencyProblems } from './consistency.ts';
import { InvalidPolicyPack } from './invalid-policy-pack.ts';
import { schemaProblems } from './schema-problems.ts';

/**
 * Turns a JSON value into a frozen policy pack. Throws {@link InvalidPolicyPack} with every problem and its
 * place in the document; `source` names the document in the message.
 */
export function parsePolicyPack(document: unknown, source: string): PolicyPack {
  if (!Value.Check(PolicyPack, document)) {
    throw new InvalidPolicyPack(source, schemaProblems(PolicyPack, document));
  }
  const problems = [...consistencyProblems(document), ...textProblems(document)];
  if (problems.length > 0) throw new InvalidPolicyPack(source, problems);
  return deepFreeze(document);
}

/** Reads a pack from a JSON file in UTF-8. Throws {@link InvalidPolicyPack}. */
export function readPolicyPack(path: string): PolicyPack {
  return parsePolicyPack(parseJson(readText(path), path), path);
}

/** The Jilin pack and the packs of these JSON files. Throws {@link InvalidPolicyPack}. */
export function loadPolicyPacks(paths: readonly string[] = []): PolicyPacks {
  return new PolicyPacks([jilin2020, ...paths.map(readPolicyPack)]);
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new InvalidPolicyPack(path, [{ path: '', message: `cannot be read: ${messageOf(error)}` }]);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidPolicyPack(path, [{ path: '', message: `is not JSON: ${messageOf(error)}` }]);
  }
}

/** A text with half of a surrogate pair has no canonical form and therefore no hash. */
function textProblems(document: PolicyPack): readonly { readonly path: string; readonly message: string }[] {
  try {
    canonicalJson(document);
    return [];
  } catch (error) {
    return [{ path: '', message: messageOf(error) }];
  }
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
