/** Attachments on their way between a folder and an S3 store, as `npm run migrate -- attachments` moves them. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { caseKeys, FolderAttachmentStore } from '@iic/attachments';
import { S3AttachmentStore, s3Client } from '@iic/attachments/s3';
import { attachmentsCopyContract, type OpenPlace } from '@iic/attachments/testing';
import { SqliteKeyStore } from '@iic/event-sourcing';
import { type AttachmentAddress, migrateAttachments } from '@iic/local';
import { describeWithEngine } from './index.ts';

const bucket = `moved-attachments-${process.pid}`;
const service = 'intake';
const root = mkdtempSync(join(tmpdir(), 'iic-attachments-migration-'));
const inFolder: OpenPlace = (place, keys) => new FolderAttachmentStore({ folder: join(root, place), keys });

await describeWithEngine('s3', 'attachments', ({ address, details }) => {
  const { accessKey = '', secretKey = '', region = '' } = details;
  const engine = { endpoint: address, region, accessKey, secretKey, bucket };
  const client = s3Client(engine);
  const inBucket: OpenPlace = (place, keys) =>
    new S3AttachmentStore({ client, bucket, prefix: `${place}/`, keys });

  beforeAll(async () => {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  });
  afterAll(() => client.destroy());

  attachmentsCopyContract('folder to S3', inFolder, inBucket);
  attachmentsCopyContract('S3 to folder', inBucket, inFolder);

  const to: AttachmentAddress = { kind: 's3', engine };

  /** A data folder with a file of several parts. */
  async function filled(): Promise<Extract<AttachmentAddress, { kind: 'folder' }>> {
    const folder = mkdtempSync(join(root, 'data-'));
    const keys = SqliteKeyStore.open(join(folder, service, 'keys.sqlite'));
    const store = new FolderAttachmentStore({
      folder: join(folder, service, 'attachments'),
      keys: caseKeys(keys),
    });
    const rules = {
      caseId: '1',
      declaredType: 'text/plain',
      allowedTypes: ['text/plain'],
      maxBytes: 2 ** 25,
    };
    await store.put(megabytes(20), rules);
    await keys.close();
    return { kind: 'folder', folder };
  }

  it('move to the bucket and back, where the service looks for them', async () => {
    const from = await filled();
    expect(await migrateAttachments({ from, to, service })).toEqual({ copied: 1, total: 1, shredded: 0 });
    const back: AttachmentAddress = { kind: 'folder', folder: mkdtempSync(join(root, 'back-')) };
    const keys = { kind: 'sqlite', folder: from.folder } as const;
    expect(await migrateAttachments({ from: to, to: back, keys, service })).toMatchObject({ copied: 1 });
    const found = await migrateAttachments({ from, to: back, service, verify: true });
    expect(found).toEqual({ copied: 0, total: 1, shredded: 0 });
  });

  it('are refused to a bucket or a store that is not there, with what to set', async () => {
    const from = await filled();
    const elsewhere = (wrong: Partial<typeof engine>) =>
      migrateAttachments({ from, to: { kind: 's3', engine: { ...engine, ...wrong } }, service });
    await expect(elsewhere({ bucket: 'no-such-bucket' })).rejects.toThrow('IIC_S3_BUCKET');
    await expect(elsewhere({ endpoint: 'http://127.0.0.1:1' })).rejects.toThrow('IIC_S3_ENDPOINT');
  });
});

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < count; piece += 1) yield Buffer.alloc(2 ** 20, 'x');
}
