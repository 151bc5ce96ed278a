import { readFile } from 'node:fs/promises';
import type { DevelopmentIdentity } from '@iic/access';
import { localIssuer } from '../local-issuer.ts';

/** Gives an access token for somebody who acts in a case. */
export type Tokens = (identity: DevelopmentIdentity) => Promise<string>;

/** Tokens of the development issuer of a platform on this machine. Rejects where none was started. */
export async function developmentTokens(data: string): Promise<Tokens> {
  const issuer = await localIssuer(data);
  return (identity) => issuer.issue(identity);
}

/**
 * Tokens from a JSON file. A token is found by `<role>/<person>`, or else by `<role>`.
 * The tokens' own claims decide for whom they act.
 */
export async function tokensFromFile(file: string): Promise<Tokens> {
  const tokens: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof tokens !== 'object' || tokens === null) throw new Error(`${file} holds no JSON object.`);
  const byName = new Map<string, unknown>(Object.entries(tokens));
  return async ({ role, person }) => {
    const token = byName.get(`${role}/${person}`) ?? byName.get(role);
    if (typeof token !== 'string') throw new Error(`${file} has no token for ${role} (${person}).`);
    return token;
  };
}
