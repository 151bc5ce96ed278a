import { createHash } from 'node:crypto';
import { AttachmentProblem } from './attachment-problem.ts';
import type { AttachmentRules } from './attachment-store.ts';
import { contentTypeOf, headLength } from './content-type.ts';

/** What was learnt of a file while it streamed by. */
export interface Incoming {
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
}

/** Watches a file stream by: counts, hashes, and refuses it as soon as it breaks a rule. */
export class IncomingContent {
  readonly #rules: AttachmentRules;
  readonly #hash = createHash('sha256');
  #head: Uint8Array[] = [];
  #size = 0;
  #contentType: string | undefined;

  constructor(rules: AttachmentRules) {
    this.#rules = rules;
  }

  /** Passes the content on. Throws {@link AttachmentProblem}. */
  async *pass(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      this.#size += piece.length;
      if (this.#size > this.#rules.maxBytes) {
        throw new AttachmentProblem('attachment-too-large', { maxBytes: this.#rules.maxBytes });
      }
      this.#hash.update(piece);
      await this.#look(piece);
      yield piece;
    }
    if (this.#size === 0) throw new AttachmentProblem('attachment-empty');
    this.#contentType ??= await this.#checkedType();
  }

  /** What was learnt; call it once, after the stream has ended. */
  result(): Incoming {
    return {
      sha256: this.#hash.digest('hex'),
      size: this.#size,
      contentType: this.#contentType ?? 'application/octet-stream',
    };
  }

  async #look(piece: Uint8Array): Promise<void> {
    if (this.#contentType !== undefined) return;
    this.#head.push(piece);
    if (this.#size >= headLength) this.#contentType = await this.#checkedType();
  }

  async #checkedType(): Promise<string> {
    const { declaredType, allowedTypes } = this.#rules;
    if (!allowedTypes.includes(declaredType)) {
      throw new AttachmentProblem('attachment-type-not-allowed', {
        type: declaredType,
        allowed: allowedTypes.join(', '),
      });
    }
    const type = await contentTypeOf(Buffer.concat(this.#head), declaredType);
    this.#head = [];
    if (type !== declaredType) {
      throw new AttachmentProblem('attachment-type-mismatch', { declared: declaredType, type });
    }
    return type;
  }
}
