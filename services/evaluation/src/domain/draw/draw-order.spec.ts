import fc from 'fast-check';
import { sha256 } from '../testing/sample-rules.ts';
import { candidateCommitment, drawOrder, isRandomHex, seedCommitment } from './draw-order.ts';

const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const pool = fc.uniqueArray(hex, { maxLength: 40 });
const seeds = fc.tuple(hex, hex);

describe('the order of a draw', () => {
  it('can be recomputed by hand from the published rule', () => {
    const [one, two] = [sha256('seed 1'), sha256('seed 2')];
    const commitments = ['a', 'b', 'c'].map((text) => sha256(text));
    const joined = [one, two].toSorted().join('');
    const byHand = commitments
      .map((commitment) => [sha256(joined + commitment), commitment])
      .sort(([left = ''], [right = '']) => (left < right ? -1 : 1))
      .map(([, commitment]) => commitment);
    expect(drawOrder([one, two], commitments, sha256)).toEqual(byHand);
  });

  it('has a fixed example, so that the algorithm cannot change unnoticed', () => {
    const order = drawOrder(
      ['0'.repeat(64), 'f'.repeat(64)],
      ['1', '2', '3', '4'].map((n) => n.repeat(64)),
      sha256,
    );
    expect(order.map((commitment) => commitment[0]).join('')).toMatchInlineSnapshot(`"2134"`);
  });

  it('does not depend on the order of seeds or pool, and is a permutation of the pool', () => {
    fc.assert(
      fc.property(seeds, pool, ([one, two], commitments) => {
        const order = drawOrder([one, two], commitments, sha256);
        expect(drawOrder([two, one], commitments.toReversed(), sha256)).toEqual(order);
        expect(order.toSorted()).toEqual(commitments.toSorted());
      }),
    );
  });

  it('keeps the relative order of the others when a candidate is left out', () => {
    fc.assert(
      fc.property(seeds, pool, fc.nat(), (both, commitments, index) => {
        const left = commitments[index % Math.max(1, commitments.length)];
        const others = commitments.filter((commitment) => commitment !== left);
        const order = drawOrder(both, commitments, sha256).filter((commitment) => commitment !== left);
        expect(drawOrder(both, others, sha256)).toEqual(order);
      }),
    );
  });

  it('changes with either seed', () => {
    fc.assert(
      fc.property(
        hex,
        hex,
        hex,
        fc.uniqueArray(hex, { minLength: 30, maxLength: 30 }),
        (a, b, c, commitments) => {
          fc.pre(b !== c && a !== b && a !== c);
          expect(drawOrder([a, b], commitments, sha256)).not.toEqual(drawOrder([a, c], commitments, sha256));
        },
      ),
    );
  });
});

describe('commitments', () => {
  const seed = { reviewId: 'review-1', attempt: 1, holder: 'a', seed: sha256('seed') };

  it('bind a seed to review, attempt and holder', () => {
    const commitment = seedCommitment(seed, sha256);
    expect(commitment).toBe(sha256(`iic-draw-seed/1\nreview-1\n1\na\n${seed.seed}`));
    for (const other of [{ reviewId: 'review-2' }, { attempt: 2 }, { holder: 'b' }, { seed: sha256('x') }])
      expect(seedCommitment({ ...seed, ...other }, sha256)).not.toBe(commitment);
  });

  it('hide a candidate behind its salt', () => {
    expect(candidateCommitment('salt', 'expert-1', sha256)).toBe(
      sha256('iic-draw-candidate/1\nsalt\nexpert-1'),
    );
  });

  it('take 32 bytes in lower-case hex as seed or salt', () => {
    expect(isRandomHex(sha256('x'))).toBe(true);
    for (const text of ['', 'abc', sha256('x').toUpperCase(), `${sha256('x')}0`])
      expect(isRandomHex(text)).toBe(false);
  });
});
