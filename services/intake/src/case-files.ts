import {
  type AttachmentName,
  AttachmentProblem,
  type AttachmentReceipt,
  type AttachmentStore,
  caseKeys,
} from '@iic/attachments';
import { ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';

const textType = 'text/plain';

/** What a file must be. */
export interface FileRules {
  readonly declaredType: string;
  readonly allowedTypes: readonly string[];
  readonly maxBytes: number;
}

/** Files and chapter texts of cases, encrypted under one key per case and found by their hash. */
@Injectable()
export class CaseFiles {
  readonly #store: AttachmentStore;

  constructor(runtime: ServiceRuntime) {
    this.#store = runtime.attachments(caseKeys(runtime.keys));
  }

  /** Stores a file durably. Throws `AttachmentProblem`. */
  put(caseId: string, content: AsyncIterable<Uint8Array>, rules: FileRules): Promise<AttachmentReceipt> {
    return this.#store.put(content, { caseId, ...rules });
  }

  /** A file's content. Throws `AttachmentProblem` `attachment-missing`. */
  open(caseId: string, sha256: string): Promise<AsyncIterable<Uint8Array>> {
    return this.#store.open({ caseId, sha256 });
  }

  /** Stores a text, of which nothing may be empty, and gives its SHA-256. */
  async putText(caseId: string, text: string): Promise<string> {
    const bytes = Buffer.from(text, 'utf8');
    try {
      return await this.#putAs(caseId, bytes, textType);
    } catch (error) {
      // A text may begin like a file of some type (“BM…” is a bitmap's signature); it is a text all the same.
      const type = mistakenType(error);
      if (type === undefined) throw error;
      return await this.#putAs(caseId, bytes, type);
    }
  }

  /** Removes files stored before an instant that nobody refers to, and tells how many. */
  sweep(isReferenced: (name: AttachmentName) => Promise<boolean>, storedBefore: Date): Promise<number> {
    return this.#store.sweep(isReferenced, storedBefore);
  }

  async #putAs(caseId: string, bytes: Uint8Array, type: string): Promise<string> {
    const rules = { caseId, declaredType: type, allowedTypes: [type], maxBytes: bytes.length };
    const { sha256 } = await this.#store.put(once(bytes), rules);
    return sha256;
  }

  /** A stored text. Throws `AttachmentProblem` `attachment-missing`. */
  async readText(caseId: string, sha256: string): Promise<string> {
    const pieces: Uint8Array[] = [];
    for await (const piece of await this.open(caseId, sha256)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }
}

/** The type a text was taken for. */
function mistakenType(error: unknown): string | undefined {
  if (!(error instanceof AttachmentProblem) || error.code !== 'attachment-type-mismatch') return undefined;
  const { type } = error.params;
  return typeof type === 'string' ? type : undefined;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
