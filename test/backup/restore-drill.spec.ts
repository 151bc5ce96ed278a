/** What one does when a disk is lost: a backup is made while people work, and is put back. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from '@iic/access';
import { sampleFormationPlan } from '@iic/documents/testing';
import { runLifecycle } from '@iic/local';
import { type BackupManifest, backUp, developmentIssuerFile, restore } from '@iic/service-kit';
import { damage, doubled, incidents, unarchived } from '../chaos/check-stores.ts';
import { KillablePlatform } from '../chaos/killable-platform.ts';
import { type Journals, readArchive, readStores } from '../chaos/stores.ts';
import { WholePlatform } from '../platform/whole-platform.ts';

const folder = mkdtempSync(join(tmpdir(), 'iic-drill-'));
const original = join(folder, 'original');
const backup = join(folder, 'backup');
const services = ['audit', 'construction', 'evaluation', 'intake', 'registry'];
let manifest: BackupManifest;
let finished: string;
/** The same bytes when a case is resumed. */
let plan: Uint8Array | undefined;

/** Plays a case; `told` hears every step. */
async function play(url: string, run: string, told: () => void = () => undefined): Promise<string> {
  const issuer = await DevelopmentIssuer.open(developmentIssuerFile(original));
  plan ??= await sampleFormationPlan();
  return runLifecycle({ url, run, plan, tokens: (identity) => issuer.issue(identity), print: told });
}

/** What people see of a case: its file, its timeline, the center in the register. */
async function views(platform: WholePlatform, caseId: string): Promise<readonly string[]> {
  const { client } = platform;
  const as = { role: 'pdrc-handler', organisation: 'org-pdrc-drill', person: 'p-handler-drill' } as const;
  const asked = ['intake/applications', 'timeline', 'registry/centers'].map((part) => `/${part}/${caseId}`);
  const answers = await Promise.all(asked.map((path) => client.get(path, { as })));
  return answers.map(({ status, text }) => `${status} ${text}`);
}

/** The platform over a data folder, until `look` has seen what it wants. */
async function opened<Seen>(data: string, look: (platform: WholePlatform) => Promise<Seen>): Promise<Seen> {
  const platform = await WholePlatform.start(data);
  try {
    await platform.settled();
    return await look(platform);
  } finally {
    await platform.close();
  }
}

/** Leaves of every journal, up to where the backup says each ended. */
function leaves(journals: Journals): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    manifest.stores.map(({ source, head }) => [
      source,
      (journals.get(source) ?? []).slice(0, head).map(({ leaf }) => Buffer.from(leaf).toString('hex')),
    ]),
  );
}

function headOf(store: string): number {
  return manifest.stores.find(({ source }) => source === store)?.head ?? 0;
}

beforeAll(async () => {
  const platform = new KillablePlatform(original);
  await platform.start();
  try {
    finished = await play(platform.url, 'drill');
    const { promise: underWay, resolve } = Promise.withResolvers<void>();
    let steps = 0;
    const playing = play(platform.url, 'meanwhile', () => {
      steps += 1;
      if (steps === 20) resolve();
    });
    await underWay;
    manifest = await backUp({ data: original, to: backup });
    await playing;
    await platform.stop();
  } finally {
    await platform.kill();
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds every store as it was while people worked, and the work went on', () => {
  expect(manifest.stores.map(({ source }) => source).sort()).toEqual(
    services.flatMap((service) => [service, `${service}-security`]),
  );
  const journals = readStores(original);
  for (const { source, head, leaf } of manifest.stores) {
    expect({ source, leaf: leaves(journals)[source]?.at(-1) ?? null }).toEqual({ source, leaf });
    expect(journals.get(source)?.length).toBeGreaterThanOrEqual(head);
  }
  expect(journals.get('registry')?.length).toBeGreaterThan(headOf('registry'));
});

it('comes back as it was, and the case that was under way goes on to its plaque', async () => {
  const copy = join(folder, 'copy');
  cpSync(original, copy, { recursive: true });
  const seen = await opened(copy, (platform) => views(platform, finished));
  const data = join(folder, 'restored');
  await restore({ from: backup, data });
  expect(leaves(readStores(data))).toEqual(leaves(readStores(original)));
  await opened(data, async (platform) => {
    expect(await views(platform, finished)).toEqual(seen);
    const resumed = await play(platform.url, 'meanwhile');
    await platform.settled();
    const journals = readStores(data);
    expect([
      ...incidents(journals),
      ...damage(journals),
      ...doubled(journals, [finished, resumed]),
      ...unarchived(journals, readArchive(data)),
    ]).toEqual([]);
  });
});

describe('a restore refuses, and leaves nothing behind,', () => {
  /** Restores a copy of the backup to which something was done. */
  async function restored(harm: (copy: string) => void): Promise<unknown> {
    const place = mkdtempSync(join(folder, 'refused-'));
    const copy = join(place, 'backup');
    cpSync(backup, copy, { recursive: true });
    harm(copy);
    const outcome = await restore({ from: copy, data: join(place, 'data') }).catch((error: unknown) => error);
    expect(readdirSync(place)).toEqual(['backup']);
    return outcome;
  }

  it('an altered file', async () => {
    const outcome = restored((copy) => {
      const file = join(copy, 'registry/events.sqlite');
      const bytes = readFileSync(file);
      bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    });
    expect(await outcome).toMatchObject({ code: 'backup-damaged' });
  });

  it('a manifest that names another end of a store', async () => {
    const outcome = restored((copy) => {
      const file = join(copy, 'manifest.json');
      const stores = manifest.stores.map((store) => ({ ...store, head: store.head + 1 }));
      writeFileSync(file, JSON.stringify({ ...manifest, stores }));
    });
    expect(await outcome).toMatchObject({ code: 'backup-damaged' });
  });

  it('a manifest that leads out of the data folder', async () => {
    const outcome = restored((copy) => {
      const files = manifest.files.map((file) => ({ ...file, path: `../${file.path}` }));
      writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, files }));
    });
    expect(await outcome).toMatchObject({ code: 'backup-damaged' });
  });

  it('a missing file, and missing keys', async () => {
    const without = (path: string) => restored((copy) => rmSync(join(copy, path), { recursive: true }));
    expect(await without('audit/journals.sqlite')).toMatchObject({ code: 'backup-incomplete' });
    expect(await without('keys')).toMatchObject({ code: 'backup-incomplete' });
    expect(await without('keys/intake/keys.sqlite')).toMatchObject({ code: 'backup-incomplete' });
  });

  it('keys of another platform', async () => {
    const another = mkdtempSync(join(folder, 'another-'));
    const platform = await WholePlatform.start(join(another, 'data'));
    const as = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-handler' } as const;
    const body = { expertId: 'expert-1', particulars: {}, person: { name: '某人' } };
    expect((await platform.client.post('/evaluation/experts', { as, body })).status).toBe(201);
    await platform.stop();
    await backUp({ data: join(another, 'data'), to: join(another, 'backup') });
    const data = join(another, 'restored');
    const order = { from: backup, keys: join(another, 'backup', 'keys'), data };
    await expect(restore(order)).rejects.toMatchObject({ code: 'keys-of-another' });
    expect(readdirSync(another)).not.toContain('restored');
  });

  it('a folder that is in use', async () => {
    const data = join(folder, 'in-use');
    mkdirSync(data);
    writeFileSync(join(data, 'something'), '');
    await expect(restore({ from: backup, data })).rejects.toMatchObject({ code: 'target-not-empty' });
    expect(readdirSync(data)).toEqual(['something']);
  });
});

describe('a backup', () => {
  it('keeps the keys apart where they are asked for, and comes back with them', async () => {
    const [to, keysTo, data] = ['apart', 'apart-keys', 'apart-data'].map((name) => join(folder, name));
    if (to === undefined || keysTo === undefined || data === undefined) throw new TypeError('no folder');
    // A restored copy must not join the topics of the platform it is a copy of.
    writeFileSync(join(original, 'trial-prefix'), 'trial-1');
    await backUp({ data: original, to, keysTo });
    expect(readdirSync(to)).not.toContain('keys');
    expect(readdirSync(to)).not.toContain('trial-prefix');
    await expect(restore({ from: to, data })).rejects.toMatchObject({ code: 'backup-incomplete' });
    await restore({ from: to, keys: keysTo, data });
    expect(leaves(readStores(data))).toEqual(leaves(readStores(original)));
  });

  it('is not made of a folder without stores, nor over another', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    await expect(backUp({ data: empty, to: join(folder, 'none') })).rejects.toMatchObject({
      code: 'no-data',
    });
    for (const order of [
      { to: join(original, 'sub') },
      { to: join(folder, 'out'), keysTo: join(original, 'keys') },
    ]) {
      await expect(backUp({ data: original, ...order })).rejects.toMatchObject({ code: 'target-in-source' });
    }
    for (const order of [
      { to: join(folder, 'out'), keysTo: join(folder, 'out', 'vault') },
      { to: join(folder, 'out', 'rest'), keysTo: join(folder, 'out') },
      { to: join(folder, 'out'), keysTo: join(folder, 'out') },
    ]) {
      await expect(backUp({ data: original, ...order })).rejects.toMatchObject({ code: 'targets-overlap' });
    }
    expect(readdirSync(folder)).not.toContain('out');
    expect(readdirSync(original)).not.toContain('sub');
    await expect(backUp({ data: original, to: backup })).rejects.toMatchObject({ code: 'target-not-empty' });
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});
