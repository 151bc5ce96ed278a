import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { checkBucket, S3AttachmentStore, s3Client } from '@iic/attachments/s3';
import { attachmentStoreContract } from '@iic/attachments/testing';
import { describeWithEngine } from './index.ts';

const bucket = `attachments-${process.pid}`;
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
    const keys = { keyFor: async () => Buffer.alloc(32, 7) };
    const store = () => new S3AttachmentStore({ client, bucket, prefix: 'shared/', keys });
    const text = { caseId: 'case-1', declaredType: 'text/plain', allowedTypes: ['text/plain'], maxBytes: 99 };
    const { sha256 } = await store().put(one(Buffer.from('章程')), text);
    const pieces: Uint8Array[] = [];
    for await (const piece of await store().open({ caseId: 'case-1', sha256 })) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('章程');
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
