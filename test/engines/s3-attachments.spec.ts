import { createServer } from 'node:net';
import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
} from '@aws-sdk/client-s3';
import { checkBucket, S3AttachmentStore, s3Client } from '@iic/attachments/s3';
import { attachmentStoreContract } from '@iic/attachments/testing';
import { describeWithEngine } from './index.ts';

const bucket = `attachments-${process.pid}`;
const keys = { keyFor: async () => Buffer.alloc(32, 7) };
const text = {
  caseId: 'case-1',
  declaredType: 'text/plain',
  allowedTypes: ['text/plain'],
  maxBytes: 2 ** 25,
};
let made = 0;

await describeWithEngine('s3', 'S3AttachmentStore', ({ address, details }) => {
  const { accessKey = '', secretKey = '', region = '' } = details;
  const settings = { endpoint: address, region, accessKey, secretKey };
  const client = s3Client(settings);

  beforeAll(async () => {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  });
  afterAll(() => client.destroy());

  attachmentStoreContract('S3', (options) => {
    made += 1;
    return new S3AttachmentStore({ client, bucket, prefix: `store-${made}/`, ...options });
  });

  it('finds what another process stored', async () => {
    const store = () => new S3AttachmentStore({ client, bucket, prefix: 'shared/', keys });
    const { sha256 } = await store().put(one(Buffer.from('章程')), text);
    const read: Uint8Array[] = [];
    for await (const piece of await store().open({ caseId: 'case-1', sha256 })) read.push(piece);
    expect(Buffer.concat(read).toString()).toBe('章程');
  });

  it('sweeps the parts of an upload that a crash left unfinished, and no other store’s', async () => {
    const store = new S3AttachmentStore({ client, bucket, prefix: 'crashed/', keys });
    for (const prefix of ['crashed/', 'other/']) {
      await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: `${prefix}Yw/1.part` }));
    }
    expect(await store.sweep(async () => true, new Date(0))).toBe(0);
    expect(await store.sweep(async () => true, new Date(Date.now() + 60_000))).toBe(1);
    const { Uploads: left = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(left.map(({ Key: key }) => key)).toEqual(['other/Yw/1.part']);
  });

  it('stores a file that needs several parts', async () => {
    const store = new S3AttachmentStore({ client, bucket, prefix: 'large/', keys });
    const { sha256, size } = await store.put(pieces(20), text);
    expect(size).toBe(20 * 2 ** 20);
    let read = 0;
    for await (const piece of await store.open({ caseId: 'case-1', sha256 })) read += piece.length;
    expect(read).toBe(size);
  });

  it('gives a store that takes connections but never answers up, and says so', async () => {
    const mute = createServer((socket) => socket.on('error', () => socket.destroy()));
    await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening));
    const bound = mute.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    const stalled = s3Client({ ...settings, endpoint: `http://127.0.0.1:${port}`, requestTimeout: 100 });
    const store = new S3AttachmentStore({ client: stalled, bucket, prefix: '', keys });
    try {
      const put = store.put(one(Buffer.from('章程')), text);
      await expect(put).rejects.toMatchObject({ code: 'store-unavailable' });
      const name = { caseId: 'case-1', sha256: '0'.repeat(64) };
      await expect(store.exists(name)).rejects.toMatchObject({ code: 'store-unavailable' });
      await expect(checkBucket(stalled, bucket)).rejects.toThrow(/IIC_S3_ENDPOINT/);
    } finally {
      stalled.destroy();
      mute.close();
    }
  });

  it('says at the start what is wrong with its settings', async () => {
    await expect(checkBucket(client, 'no-such-bucket')).rejects.toThrow(/IIC_S3_BUCKET/);
    await expect(checkBucket(s3Client({ ...settings, secretKey: 'wrong' }), bucket)).rejects.toThrow(
      /IIC_S3_SECRET_KEY_FILE/,
    );
    const nobody = s3Client({ ...settings, endpoint: 'http://127.0.0.1:1' });
    await expect(checkBucket(nobody, bucket)).rejects.toThrow(/IIC_S3_ENDPOINT/);
  });
});

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function* pieces(megabytes: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < megabytes; piece += 1) yield Buffer.alloc(2 ** 20, 'x');
}
