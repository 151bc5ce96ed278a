/** A store that was put back alone, while others know more of it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, startPlatform } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { damage } from '../chaos/check-stores.ts';
import { type DiskRecord, readArchive, readStores } from '../chaos/stores.ts';
import { playUntil } from '../e2e/cases.ts';
import { WholePlatform } from '../platform/whole-platform.ts';

const folder = mkdtempSync(join(tmpdir(), 'iic-behind-'));
const data = join(folder, 'data');
const storeFiles = ['events.sqlite', 'events.sqlite-wal', 'events.sqlite-shm'];
let before: number;
let after: number;

const settings = readSettings({
  IIC_DATA: data,
  IIC_DEV_ISSUER: '1',
  PORT: '0',
  IIC_LOG_LEVEL: 'silent',
});

/** Plays a case on the platform of the data folder and keeps the folder. */
async function played(run: string, told: string): Promise<number> {
  const platform = await WholePlatform.start(data);
  await playUntil(platform, run, told);
  await platform.settled();
  const { events } = await platform.heads();
  await platform.stop();
  return events['intake'] ?? 0;
}

function typesOf(records: readonly DiskRecord[] = []): readonly unknown[] {
  return records.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')).type);
}

beforeAll(async () => {
  before = await played('first', '起草组建方案');
  cpSync(join(data, 'intake'), join(folder, 'earlier'), { recursive: true });
  after = await played('second', '承诺并提交');
  for (const file of storeFiles) {
    rmSync(join(data, 'intake', file), { force: true });
  }
  cpSync(join(folder, 'earlier', 'events.sqlite'), join(data, 'intake', 'events.sqlite'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps the platform from starting, and says which store, where it ends and who has seen more', async () => {
  const refused = startPlatform(allServices, settings);
  await expect(refused).rejects.toMatchObject({
    code: 'store-behind',
    stores: [{ source: 'intake', head: before }],
  });
  await expect(refused).rejects.toThrow(`The store of intake ends at ${before}, but`);
  await expect(refused).rejects.toThrow(`the archive of audit has seen ${after}`);
  await expect(refused).rejects.toThrow('--recover');
  await expect(startPlatform(allServices, settings)).rejects.toMatchObject({ code: 'store-behind' });
});

it('goes on in a recorded recovery: who had seen more takes what comes, and audit shows it', async () => {
  const platform = await WholePlatform.start(data, { IIC_RECOVER: 'disk of intake replaced' });
  await playUntil(platform, 'third', '授牌');
  await platform.settled();
  const { body } = await platform.client.get('/intake/operations/parked?status=parked', {
    as: { role: 'system-admin', organisation: 'operations', person: 'p-administrator' },
  });
  expect(body.items).toEqual([]);
  await platform.stop();
  const journals = readStores(data);
  const [recovered] = (journals.get('intake-security') ?? []).map(({ bytes }) =>
    JSON.parse(Buffer.from(bytes).toString('utf8')),
  );
  expect(recovered).toMatchObject({
    type: 'StoreRecovered',
    data: { store: 'intake', head: before, reason: 'disk of intake replaced' },
  });
  expect(recovered.data.seen).toContainEqual({ by: 'the archive of audit', seq: after });
  expect(damage(journals)).toEqual([]);
  expect(typesOf(journals.get('audit'))).toContain('IntegrityIncidentRecorded');
  expect(typesOf(readArchive(data).get('intake'))).toContain('ApplicationSubmitted');
});

it('starts again without a word once the recovery is on record', async () => {
  const platform = await WholePlatform.start(data);
  await platform.close();
});
