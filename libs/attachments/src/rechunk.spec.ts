import fc from 'fast-check';
import { type Chunk, rechunk } from './rechunk.ts';

describe('rechunk', () => {
  it('cuts any stream to length without losing a byte', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 20 })),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        async (pieces, length, firstLength) => {
          const chunks: Chunk[] = [];
          for await (const chunk of rechunk(from(pieces), length, firstLength)) chunks.push(chunk);
          const whole = Buffer.concat(pieces);
          expect(Buffer.concat(chunks.map(({ chunk }) => chunk)).equals(whole)).toBe(true);
          expect(chunks.map(({ last }) => last)).toEqual([...chunks.slice(1).map(() => false), true]);
          for (const [index, { chunk, last }] of chunks.entries()) {
            const full = index === 0 ? firstLength : length;
            expect(last ? chunk.length <= full : chunk.length === full).toBe(true);
          }
        },
      ),
    ));
});

async function* from(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
