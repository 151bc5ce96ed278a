import type { AttachmentStore, CaseKeys, CopyableAttachments } from '@iic/attachments';
import type { S3Engine } from './engine-settings.ts';

/** Opens an attachment store under some keys. */
export type OpenAttachments = (keys: CaseKeys) => AttachmentStore & CopyableAttachments;

/** The attachments of a service in an S3 store, where the service looks for them. Rejects with `S3Unusable`. */
export async function openS3Attachments(s3: S3Engine, service: string): Promise<OpenAttachments> {
  // The client is loaded only where it is used: the embedded platform starts without it.
  const { checkBucket, S3AttachmentStore, s3Client } = await import('@iic/attachments/s3');
  const client = s3Client(s3);
  await checkBucket(client, s3.bucket);
  return (keys) => new S3AttachmentStore({ client, bucket: s3.bucket, prefix: `${service}/`, keys });
}
