import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localIssuer } from './local-issuer.ts';

it('makes no issuer of its own where no platform was started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'iic-no-platform-'));
  await expect(localIssuer(data)).rejects.toThrow('--data');
  expect(readdirSync(data)).toEqual([]);
});
