import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';

/** How to reach an S3 store. */
export interface S3Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Milliseconds until a request without an answer is tried again; default 30 s. */
  readonly requestTimeout?: number;
}

/** The S3 store cannot be used as it is configured; the message says what to do. */
export class S3Unusable extends Error {
  readonly code = 's3-unusable';
}

/** An S3 store did not do what it was asked; its code is in every service's catalogue of problems. */
export class S3Unavailable extends Error {
  readonly code = 'store-unavailable';
}

const connectionTimeout = 3_000;
const defaultRequestTimeout = 30_000;
/** A download may wait this long for a reader who reads nothing. */
const socketTimeout = 120_000;
const attempts = 3;

/** A client of the store. Nothing is connected yet. */
export function s3Client(settings: S3Settings): S3Client {
  const { endpoint, region, accessKey, secretKey, requestTimeout = defaultRequestTimeout } = settings;
  return new S3Client({
    endpoint,
    region,
    // Stores of one's own have no name in the DNS for each bucket.
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    maxAttempts: attempts,
    // Without the third the SDK only warns of a request that takes too long.
    requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true, socketTimeout },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** Looks whether the bucket is there and may be used. Rejects with {@link S3Unusable}. */
export async function checkBucket(client: S3Client, bucket: string): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) {
      throw new S3Unusable(`The S3 store has no bucket ${bucket}. Make it, or set IIC_S3_BUCKET.`);
    }
    if (status === 401 || status === 403) {
      throw new S3Unusable(
        `The S3 store refuses access to ${bucket}. Check IIC_S3_ACCESS_KEY and IIC_S3_SECRET_KEY_FILE.`,
      );
    }
    if (status === 301 || status === 400) {
      throw new S3Unusable(
        `The S3 store keeps ${bucket} elsewhere. Check IIC_S3_REGION and IIC_S3_ENDPOINT.`,
      );
    }
    const said = error instanceof Error ? error.message || error.name : String(error);
    throw new S3Unusable(`The S3 store does not answer (${said}). Check IIC_S3_ENDPOINT.`);
  }
}

/** What the store answers. Rejects with {@link S3Unavailable} for what the client failed at; other errors pass. */
export async function answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Error) || !('$metadata' in error)) throw error;
    throw new S3Unavailable(`The S3 store failed: ${error.message || error.name}.`, { cause: error });
  }
}

/** HTTP status of an error of the client; undefined when nothing answered. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  const { $metadata: metadata } = error;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
