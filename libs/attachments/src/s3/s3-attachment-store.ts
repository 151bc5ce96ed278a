import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { AttachmentProblem } from '../attachment-problem.ts';
import type {
  AttachmentName,
  AttachmentReceipt,
  AttachmentRules,
  AttachmentScan,
  AttachmentStore,
  CaseKeys,
  IsReferenced,
} from '../attachment-store.ts';
import type { CopyableAttachments } from '../copyable-attachments.ts';
import { IncomingContent } from '../incoming.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { openChunks, sealChunks } from '../sealed-chunks.ts';
import { verified } from '../verified.ts';
import { abortUploads } from './abort-uploads.ts';
import { answered, statusOf } from './s3-client.ts';

/** Where and how a bucket keeps attachments. */
export interface S3AttachmentOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Begins every object's key; keeps several stores of one bucket apart. */
  readonly prefix: string;
  readonly keys: CaseKeys;
  /** Default: nothing is scanned, and the receipt says so. */
  readonly scan?: AttachmentScan;
}

const sha256Pattern = /^[0-9a-f]{64}$/;
const partBytes = 8 * 1024 * 1024;

/**
 * Attachments in a bucket, encrypted per case: `<prefix><case in base64url>/<sha256>`. A file is uploaded beside its
 * name, since the name is only known at its end, then copied within the store; what a crash leaves is swept.
 */
export class S3AttachmentStore implements AttachmentStore, CopyableAttachments {
  readonly #options: S3AttachmentOptions;
  /** Keeps a removal apart from the same file's being stored again. */
  readonly #changes = new OneAtATime();

  constructor(options: S3AttachmentOptions) {
    this.#options = options;
  }

  async put(content: AsyncIterable<Uint8Array>, rules: AttachmentRules): Promise<AttachmentReceipt> {
    const { caseId } = rules;
    const staged = this.#keyOf({ caseId, sha256: `${randomUUID()}.part` });
    const incoming = new IncomingContent(rules);
    const key = await this.#options.keys.keyFor(caseId);
    try {
      await this.#upload(staged, sealChunks(incoming.pass(content), key));
      const { sha256, size, contentType } = incoming.result();
      const scan = await this.#scan(staged, key);
      if (scan === 'infected') throw new AttachmentProblem('attachment-infected');
      await this.#changes.run(sha256, () => this.#copy(staged, this.#keyOf({ caseId, sha256 })));
      return { sha256, size, contentType, scan };
    } finally {
      await this.#delete(staged).catch(() => undefined);
    }
  }

  async open(name: AttachmentName): Promise<AsyncIterable<Uint8Array>> {
    if (!(await this.exists(name))) throw new AttachmentProblem('attachment-missing');
    const key = await this.#options.keys.keyFor(name.caseId);
    return verified(openChunks(this.#read(this.#keyOf(name)), key), name.sha256);
  }

  async exists(name: AttachmentName): Promise<boolean> {
    if (!sha256Pattern.test(name.sha256)) return false;
    const { client, bucket } = this.#options;
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: this.#keyOf(name) }));
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      return answered(Promise.reject(error));
    }
  }

  async remove(name: AttachmentName, isReferenced: IsReferenced): Promise<boolean> {
    if (!(await this.exists(name))) return true;
    return this.#changes.run(name.sha256, async () => {
      if (await isReferenced(name)) return false;
      await this.#delete(this.#keyOf(name));
      return true;
    });
  }

  async sweep(isReferenced: IsReferenced, storedBefore: Date): Promise<number> {
    const { client, bucket, prefix } = this.#options;
    let removed = 0;
    for await (const key of this.#objects()) {
      if (await this.#removeOld(key, isReferenced, storedBefore)) removed += 1;
    }
    return removed + (await abortUploads(client, { bucket, prefix, startedBefore: storedBefore }));
  }

  async *names(): AsyncGenerator<AttachmentName> {
    for await (const key of this.#objects()) {
      const name = this.#nameOf(key);
      if (sha256Pattern.test(name.sha256)) yield name;
    }
  }

  readSealed(name: AttachmentName): AsyncIterable<Uint8Array> {
    return this.#read(this.#keyOf(name));
  }

  async putSealed(name: AttachmentName, sealed: AsyncIterable<Uint8Array>): Promise<void> {
    // The name is known, and an object is there only when its upload is whole.
    await this.#upload(this.#keyOf(name), sealed);
  }

  /** Looks at the object's age within its turn: it may have been stored again since it was listed. */
  #removeOld(key: string, isReferenced: IsReferenced, storedBefore: Date): Promise<boolean> {
    const { client, bucket } = this.#options;
    const name = this.#nameOf(key);
    return this.#changes.run(name.sha256, async () => {
      try {
        const { LastModified: stored } = await client.send(
          new HeadObjectCommand({ Bucket: bucket, Key: key }),
        );
        if (stored === undefined || stored >= storedBefore) return false;
      } catch (error) {
        if (statusOf(error) === 404) return false;
        throw error;
      }
      if (sha256Pattern.test(name.sha256) && (await isReferenced(name))) return false;
      await this.#delete(key);
      return true;
    });
  }

  async #upload(key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const { client, bucket } = this.#options;
    const upload = new Upload({
      client,
      partSize: partBytes,
      queueSize: 2,
      params: { Bucket: bucket, Key: key, Body: Readable.from(content, { objectMode: false }) },
    });
    await answered(upload.done());
  }

  async #copy(from: string, to: string): Promise<void> {
    const { client, bucket } = this.#options;
    const source = `${bucket}/${from.split('/').map(encodeURIComponent).join('/')}`;
    const copy = new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: source });
    await answered(client.send(copy));
  }

  async #delete(key: string): Promise<void> {
    const { client, bucket } = this.#options;
    await answered(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
  }

  async #scan(key: string, caseKey: Uint8Array) {
    const { scan } = this.#options;
    return scan === undefined ? 'not-scanned' : scan(openChunks(this.#read(key), caseKey));
  }

  async *#read(key: string): AsyncGenerator<Uint8Array> {
    const { client, bucket } = this.#options;
    const get = new GetObjectCommand({ Bucket: bucket, Key: key });
    const { Body: body } = await answered(client.send(get));
    if (body instanceof Readable) yield* body;
    else throw new AttachmentProblem('attachment-missing');
  }

  /** Keys of all objects of this store. */
  async *#objects(): AsyncGenerator<string> {
    const { client, bucket, prefix } = this.#options;
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix });
    for await (const { Contents: objects = [] } of pages) {
      for (const { Key: key } of objects) if (key !== undefined) yield key;
    }
  }

  #nameOf(key: string): AttachmentName {
    const [folder = '', file = ''] = key.slice(this.#options.prefix.length).split('/');
    return { caseId: Buffer.from(folder, 'base64url').toString('utf8'), sha256: file };
  }

  #keyOf({ caseId, sha256 }: AttachmentName): string {
    return `${this.#options.prefix}${Buffer.from(caseId, 'utf8').toString('base64url')}/${sha256}`;
  }
}
