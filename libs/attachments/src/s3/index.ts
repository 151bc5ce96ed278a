export { type S3AttachmentOptions, S3AttachmentStore } from './s3-attachment-store.ts';
export { checkBucket, type S3Settings, S3Unavailable, S3Unusable, s3Client } from './s3-client.ts';
