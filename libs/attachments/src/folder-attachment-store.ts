import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AttachmentProblem } from './attachment-problem.ts';
import type {
  AttachmentName,
  AttachmentReceipt,
  AttachmentRules,
  AttachmentScan,
  AttachmentStore,
  CaseKeys,
} from './attachment-store.ts';
import { IncomingContent } from './incoming.ts';
import { openChunks, sealChunks } from './sealed-chunks.ts';

/** Where and how a folder keeps attachments. */
export interface FolderAttachmentOptions {
  readonly folder: string;
  readonly keys: CaseKeys;
  /** Default: nothing is scanned, and the receipt says so. */
  readonly scan?: AttachmentScan;
}

/**
 * Attachments in a folder, encrypted per case: `<case in base64url>/<sha256>`; no text of a caller becomes a path
 * as it is, and the sender's file name is not kept here.
 */
export class FolderAttachmentStore implements AttachmentStore {
  readonly #options: FolderAttachmentOptions;

  constructor(options: FolderAttachmentOptions) {
    this.#options = options;
  }

  async put(content: AsyncIterable<Uint8Array>, rules: AttachmentRules): Promise<AttachmentReceipt> {
    const { caseId } = rules;
    const folder = await this.#caseFolder(caseId);
    const temporary = join(folder, `${randomUUID()}.part`);
    const incoming = new IncomingContent(rules);
    try {
      const key = await this.#options.keys.keyFor(caseId);
      await writeDurably(temporary, sealChunks(incoming.pass(content), key));
      const { sha256, size, contentType } = incoming.result();
      const scan = await this.#scan(temporary, key);
      if (scan === 'infected') throw new AttachmentProblem('attachment-infected');
      await rename(temporary, join(folder, sha256));
      await syncFolder(folder);
      return { sha256, size, contentType, scan };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async open(name: AttachmentName): Promise<AsyncIterable<Uint8Array>> {
    if (!(await this.exists(name))) throw new AttachmentProblem('attachment-missing');
    const key = await this.#options.keys.keyFor(name.caseId);
    return verified(openChunks(readLazily(this.#path(name)), key), name.sha256);
  }

  async exists(name: AttachmentName): Promise<boolean> {
    if (!/^[0-9a-f]{64}$/.test(name.sha256)) return false;
    return access(this.#path(name)).then(
      () => true,
      () => false,
    );
  }

  async sweep(isReferenced: (name: AttachmentName) => Promise<boolean>, storedBefore: Date): Promise<number> {
    let removed = 0;
    for (const folder of await entries(this.#options.folder)) {
      const caseId = Buffer.from(folder, 'base64url').toString('utf8');
      for (const file of await entries(join(this.#options.folder, folder))) {
        const path = join(this.#options.folder, folder, file);
        if ((await stat(path)).mtime >= storedBefore) continue;
        if (!file.endsWith('.part') && (await isReferenced({ caseId, sha256: file }))) continue;
        await rm(path);
        removed += 1;
      }
    }
    return removed;
  }

  async #scan(file: string, key: Uint8Array) {
    const { scan } = this.#options;
    return scan === undefined ? 'not-scanned' : scan(openChunks(readLazily(file), key));
  }

  async #caseFolder(caseId: string): Promise<string> {
    const folder = dirname(this.#path({ caseId, sha256: '' }));
    await mkdir(folder, { recursive: true });
    await syncFolder(dirname(folder));
    return folder;
  }

  #path({ caseId, sha256 }: AttachmentName): string {
    return join(
      this.#options.folder,
      Buffer.from(caseId, 'utf8').toString('base64url'),
      basename(sha256) || 'none',
    );
  }
}

async function writeDurably(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename or a new file in a folder durable. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Opens the file when the first piece is asked for; a stream that nobody reads would leave it open. */
async function* readLazily(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

async function* verified(content: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256) throw new AttachmentProblem('attachment-damaged');
}

async function entries(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
