import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { leafHash, verifyLeaf } from './index.ts';

describe('leafHash', () => {
  it('gives the published hash of the empty leaf', () => {
    // Source: certificate-transparency-go, merkle reference vectors: leaf hash of the empty string.
    expect(Buffer.from(leafHash(new Uint8Array())).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  it('is SHA-256 over a zero byte and the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const expected = createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest();
        expect(Buffer.compare(leafHash(bytes), expected)).toBe(0);
      }),
    );
  });
});

describe('verifyLeaf', () => {
  it('accepts the leaf of the bytes and refuses any changed byte, of either', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.boolean(),
        (bytes, at, inLeaf) => {
          const leaf = leafHash(bytes);
          expect(verifyLeaf(bytes, leaf)).toBe(true);
          const changed = Uint8Array.from(inLeaf ? leaf : bytes);
          const index = at % changed.length;
          changed[index] = (changed[index] ?? 0) ^ 1;
          expect(inLeaf ? verifyLeaf(bytes, changed) : verifyLeaf(changed, leaf)).toBe(false);
        },
      ),
    );
  });

  it('refuses a leaf of another length', () => {
    expect(verifyLeaf(Uint8Array.of(1), leafHash(Uint8Array.of(1)).subarray(0, 31))).toBe(false);
  });
});
