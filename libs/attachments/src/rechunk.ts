/** A piece of a stream cut to a wanted length. */
export interface Chunk {
  readonly chunk: Uint8Array;
  /** Whether it ends the stream; only this one may be shorter. */
  readonly last: boolean;
}

/**
 * Cuts a stream into chunks of a length (the first one may have its own), and tells the last. Every byte is
 * copied once at most, however small the pieces are that a sender chooses.
 */
export async function* rechunk(
  content: AsyncIterable<Uint8Array>,
  length: number,
  firstLength: number = length,
): AsyncGenerator<Chunk> {
  let chunk = Buffer.allocUnsafe(firstLength);
  let filled = 0;
  for await (const piece of content) {
    for (let read = 0; read < piece.length; ) {
      // Only now, when more has come, is it known that the full chunk is not the last.
      if (filled === chunk.length) {
        yield { chunk, last: false };
        chunk = Buffer.allocUnsafe(length);
        filled = 0;
      }
      const taken = piece.subarray(read, read + chunk.length - filled);
      chunk.set(taken, filled);
      filled += taken.length;
      read += taken.length;
    }
  }
  yield { chunk: chunk.subarray(0, filled), last: true };
}
