import { createHash } from 'node:crypto';
import { AttachmentProblem } from './attachment-problem.ts';

/** Passes content on, and fails at its end with `attachment-damaged` when it has another SHA-256. */
export async function* verified(
  content: AsyncIterable<Uint8Array>,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256) throw new AttachmentProblem('attachment-damaged');
}
