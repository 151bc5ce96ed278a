import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Which uploads to end. */
export interface OldUploads {
  readonly bucket: string;
  readonly prefix: string;
  readonly startedBefore: Date;
}

/**
 * Ends uploads in parts that a crash left unfinished, and tells how many. They are no objects, so no list of objects
 * shows them, but their parts take room.
 */
export async function abortUploads(client: S3Client, old: OldUploads): Promise<number> {
  const uploads = (await unfinished(client, old)).filter(
    ({ Initiated: started }) => started !== undefined && started < old.startedBefore,
  );
  for (const { Key, UploadId } of uploads) {
    await client.send(new AbortMultipartUploadCommand({ Bucket: old.bucket, Key, UploadId }));
  }
  return uploads.length;
}

async function unfinished(client: S3Client, { bucket, prefix }: OldUploads): Promise<MultipartUpload[]> {
  const found: MultipartUpload[] = [];
  let page: { readonly KeyMarker?: string | undefined; readonly UploadIdMarker?: string | undefined } = {};
  for (;;) {
    const answer = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, ...page }),
    );
    found.push(...(answer.Uploads ?? []));
    const { IsTruncated: more, NextKeyMarker: key, NextUploadIdMarker: upload } = answer;
    if (more !== true || key === undefined) return found;
    page = { KeyMarker: key, UploadIdMarker: upload };
  }
}
