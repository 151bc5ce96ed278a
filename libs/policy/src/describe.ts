import { isWritten, originText } from './origin.ts';
import type { PolicyPack } from './policy-pack.ts';
import type { Bilingual, Origin } from './schema/parameter.ts';

/** One rule of a pack in words, for documents and for citing it in a decision. */
export interface PolicyRow {
  /** Path in the pack, at most 60 characters; entries of lists by their code: `reviewKinds.formation.panel.size`. */
  readonly rule: string;
  readonly value: string;
  /** Empty where the rule has none. */
  readonly unit: string;
  /** `Art. N`, `interpretation of Art. N` or `platform default`. */
  readonly origin: string;
  /** Empty for entries of lists, which do not bind by themselves. */
  readonly strength: string;
  readonly note: Bilingual | null;
}

/** A rule that does not stand in the regulation's words. */
export interface UnwrittenRule {
  readonly rule: string;
  readonly origin: string;
}

interface Rule {
  readonly origin: Origin;
  readonly strength?: string;
  readonly note?: Bilingual;
  readonly [member: string]: unknown;
}

interface PlacedRule {
  readonly path: string;
  readonly rule: Rule;
  /** What holds the rule: a rule that is only a standing is about it. */
  readonly holder: object;
}

/** Every rule of a pack that has an origin, in the order of the pack. */
export function describePolicyPack(pack: PolicyPack): readonly PolicyRow[] {
  return placedRules(pack).map(({ path, rule, holder }) => ({
    rule: path,
    value: valueText(rule, holder),
    unit: typeof rule['unit'] === 'string' ? rule['unit'] : '',
    origin: originText(rule.origin),
    strength: rule.strength ?? '',
    note: rule.note ?? null,
  }));
}

/** The rules that a decision may rely on only with a stated reason. */
export function unwrittenRules(pack: PolicyPack): readonly UnwrittenRule[] {
  return placedRules(pack)
    .filter(({ rule }) => !isWritten(rule.origin))
    .map(({ path, rule }) => ({ rule: path, origin: originText(rule.origin) }));
}

function placedRules(pack: PolicyPack): readonly PlacedRule[] {
  return Object.entries(pack).flatMap(([name, member]) => rulesIn(member, name, pack));
}

function rulesIn(value: unknown, path: string, holder: object): readonly PlacedRule[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Array.isArray(value)
    ? value.flatMap((entry, index) => rulesIn(entry, `${path}.${entryName(entry, index)}`, value))
    : Object.entries(value).flatMap(([name, member]) => rulesIn(member, memberPath(path, name), value));
  return isRule(value) ? [{ path, rule: value, holder }, ...inner] : inner;
}

/** Members that are the one rule of what holds them add nothing to its path. */
const transparent = new Set(['standing', 'share', 'count', 'from']);

function memberPath(path: string, name: string): string {
  return transparent.has(name) ? path : `${path}.${name}`;
}

function isRule(value: object): value is Rule {
  return 'origin' in value && typeof value.origin === 'object';
}

const naming = ['code', 'key', 'matter', 'qualification', 'conclusion', 'grade', 'indicator', 'unitKind'];

function entryName(entry: unknown, index: number): string {
  if (typeof entry !== 'object' || entry === null) return String(index);
  const members = new Map(Object.entries(entry));
  const name = naming.map((member) => members.get(member)).find((one) => typeof one === 'string');
  return typeof name === 'string' ? name : String(index);
}

function valueText(rule: Rule, holder: object): string {
  const value = rule['value'] ?? rule['title'] ?? rule['scope'] ?? titleOf(holder);
  const marks = [
    ...(rule['inclusive'] === undefined ? [] : [rule['inclusive'] === true ? 'inclusive' : 'exclusive']),
    ...(rule['firstDayCounted'] === true ? ['first day counted'] : []),
    ...(rule['yearOffset'] === 1 ? ['of the following year'] : []),
  ];
  return marks.length === 0 ? plainText(value) : `${plainText(value)} (${marks.join(', ')})`;
}

function titleOf(holder: object): unknown {
  if ('title' in holder) return holder.title;
  return 'zh' in holder && 'en' in holder ? holder : '';
}

function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'object' || value === null) return String(value);
  if ('numerator' in value && 'denominator' in value) return `${value.numerator}/${value.denominator}`;
  if ('zh' in value && 'en' in value) return `${plainText(value.zh)} / ${plainText(value.en)}`;
  return 'pattern' in value ? String(value.pattern) : JSON.stringify(value);
}
