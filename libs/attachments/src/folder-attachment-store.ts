import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AttachmentProblem } from './attachment-problem.ts';
import type {
  AttachmentName,
  AttachmentReceipt,
  AttachmentRules,
  AttachmentScan,
  AttachmentStore,
  CaseKeys,
  IsReferenced,
} from './attachment-store.ts';
import type { CopyableAttachments } from './copyable-attachments.ts';
import { isMissing, makeFolderDurably, namesIn, syncFolder, writeDurably } from './durable-files.ts';
import { IncomingContent } from './incoming.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { openChunks, sealChunks } from './sealed-chunks.ts';
import { verified } from './verified.ts';

const sha256Pattern = /^[0-9a-f]{64}$/;

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
export class FolderAttachmentStore implements AttachmentStore, CopyableAttachments {
  readonly #options: FolderAttachmentOptions;
  /** Keeps a removal apart from the same file's being stored again. */
  readonly #changes = new OneAtATime();

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
      await this.#changes.run(sha256, () => rename(temporary, join(folder, sha256)));
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
    if (!sha256Pattern.test(name.sha256)) return false;
    return access(this.#path(name)).then(
      () => true,
      () => false,
    );
  }

  async remove(name: AttachmentName, isReferenced: IsReferenced): Promise<boolean> {
    if (!(await this.exists(name))) return true;
    return this.#changes.run(name.sha256, async () => {
      if (await isReferenced(name)) return false;
      await rm(this.#path(name), { force: true });
      return true;
    });
  }

  async sweep(isReferenced: IsReferenced, storedBefore: Date): Promise<number> {
    let removed = 0;
    for (const folder of await namesIn(this.#options.folder)) {
      const caseId = Buffer.from(folder, 'base64url').toString('utf8');
      for (const file of await namesIn(join(this.#options.folder, folder))) {
        const path = join(this.#options.folder, folder, file);
        const isWanted = async () => !file.endsWith('.part') && isReferenced({ caseId, sha256: file });
        const swept = await this.#changes.run(file, () => removeOld(path, storedBefore, isWanted));
        if (swept) removed += 1;
      }
    }
    return removed;
  }

  async *names(): AsyncGenerator<AttachmentName> {
    for (const folder of await namesIn(this.#options.folder)) {
      const caseId = Buffer.from(folder, 'base64url').toString('utf8');
      for (const file of await namesIn(join(this.#options.folder, folder))) {
        if (sha256Pattern.test(file)) yield { caseId, sha256: file };
      }
    }
  }

  readSealed(name: AttachmentName): AsyncIterable<Uint8Array> {
    return readLazily(this.#path(name));
  }

  async putSealed({ caseId, sha256 }: AttachmentName, sealed: AsyncIterable<Uint8Array>): Promise<void> {
    const folder = await this.#caseFolder(caseId);
    const temporary = join(folder, `${randomUUID()}.part`);
    try {
      await writeDurably(temporary, sealed);
      await this.#changes.run(sha256, () => rename(temporary, join(folder, sha256)));
      await syncFolder(folder);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async #scan(file: string, key: Uint8Array) {
    const { scan } = this.#options;
    return scan === undefined ? 'not-scanned' : scan(openChunks(readLazily(file), key));
  }

  async #caseFolder(caseId: string): Promise<string> {
    const folder = dirname(this.#path({ caseId, sha256: '' }));
    await makeFolderDurably(folder);
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

/** Opens the file when the first piece is asked for; a stream that nobody reads would leave it open. */
async function* readLazily(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

async function removeOld(
  path: string,
  storedBefore: Date,
  isWanted: () => Promise<boolean>,
): Promise<boolean> {
  try {
    if ((await stat(path)).mtime >= storedBefore || (await isWanted())) return false;
    await rm(path);
    return true;
  } catch (error) {
    // Whoever stored it as a `.part` file has finished or given up meanwhile.
    if (isMissing(error)) return false;
    throw error;
  }
}
