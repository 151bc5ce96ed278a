import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DevelopmentIssuer } from './development-issuer.ts';
import { TokenVerifier } from './token-verifier.ts';

const newKeyFile = () => join(mkdtempSync(join(tmpdir(), 'iic-issuer-')), 'issuer.json');
const identity = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-7' } as const;

describe('token verifier', () => {
  it('reads the caller from a token of its issuer, again and again', async () => {
    const issuer = await DevelopmentIssuer.open(newKeyFile());
    const verifier = new TokenVerifier(issuer.settings());
    const token = await issuer.issue(identity);
    const caller = {
      subject: 'p-7',
      organisation: 'org-pdrc',
      role: 'pdrc-handler',
      jurisdiction: '220000',
      client: 'development',
    };
    expect(await verifier.callerOf(`Bearer ${token}`)).toEqual(caller);
    expect(await verifier.callerOf(`Bearer ${token}`)).toEqual(caller);
  });

  it('refuses no token, a foreign token and an altered one', async () => {
    const verifier = new TokenVerifier((await DevelopmentIssuer.open(newKeyFile())).settings());
    const foreign = await (await DevelopmentIssuer.open(newKeyFile())).issue(identity);
    for (const header of [
      undefined,
      '',
      'Basic abc',
      `Bearer ${foreign}`,
      `Bearer ${foreign}x`,
      'Bearer a.b.c',
    ]) {
      await expect(verifier.callerOf(header)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });

  it('finds its key again, and keeps it from other users of the machine', async () => {
    const file = newKeyFile();
    const token = await (await DevelopmentIssuer.open(file)).issue(identity);
    const verifier = new TokenVerifier((await DevelopmentIssuer.open(file)).settings());
    expect((await verifier.callerOf(`Bearer ${token}`)).subject).toBe('p-7');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('has one key however many open it first at once', async () => {
    const file = newKeyFile();
    const opened = await Promise.all(Array.from({ length: 4 }, () => DevelopmentIssuer.open(file)));
    expect(new Set(opened.map((issuer) => JSON.stringify(issuer.settings().keys))).size).toBe(1);
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  });
});
