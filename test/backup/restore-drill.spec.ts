/** What one does when a disk is lost: a backup of the running platform, more work, and the backup put back. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BackupManifest, backUp, restore } from '@iic/service-kit';
import { damage, unarchived } from '../chaos/check-stores.ts';
import { readArchive, readStores } from '../chaos/stores.ts';
import { playUntil, type StoppedCase } from '../e2e/cases.ts';
import { WholePlatform } from '../platform/whole-platform.ts';

let folder: string;
let manifest: BackupManifest;
let played: StoppedCase;
/** What the case looked like when the backup was made. */
let before: readonly string[];
let original: string;

async function views({ client }: WholePlatform, { id, path, cast }: StoppedCase): Promise<readonly string[]> {
  const asked = [
    client.get(path, { as: cast.lead }),
    client.get(`/timeline/${id}`, { as: cast.handler }),
    client.get('/registry/centers', {}),
  ];
  return (await Promise.all(asked)).map(({ status, text }) => `${status} ${text}`);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'iic-backup-'));
  original = join(folder, 'original');
  const platform = await WholePlatform.start(original);
  played = await playUntil(platform, 'drill', 'accepted');
  before = await views(platform, played);
  manifest = await backUp({ data: original, to: join(folder, 'backup') });
  await playUntil(platform, 'afterwards', 'submitted');
  cpSync(original, join(folder, 'later'), { recursive: true });
  await platform.close();
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a backup of a running platform', () => {
  it('names every store with its end', () => {
    expect(manifest.stores.map(({ source }) => source).sort()).toEqual(
      ['audit', 'construction', 'evaluation', 'intake', 'registry'].flatMap((s) => [s, `${s}-security`]),
    );
    expect(manifest.stores.find(({ source }) => source === 'intake')?.head).toBeGreaterThan(0);
  });
});
