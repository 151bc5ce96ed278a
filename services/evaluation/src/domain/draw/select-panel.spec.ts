import fc from 'fast-check';
import { type Candidate, canComplete, selectMembers } from './select-panel.ts';

const composition = {
  seats: 3,
  minimums: [
    { code: 'external', count: 2 },
    { code: 'finance', count: 1 },
  ],
};

function candidate(commitment: string, ...codes: readonly string[]): Candidate {
  return { commitment, codes };
}

function names(candidates: readonly Candidate[]): string {
  return candidates.map(({ commitment }) => commitment).join('');
}

describe('filling a panel from an order', () => {
  it('takes the first of the order when they fit', () => {
    const order = [
      candidate('a', 'external'),
      candidate('b', 'finance'),
      candidate('c', 'external'),
      candidate('d'),
    ];
    expect(names(selectMembers(order, [], composition))).toBe('abc');
  });

  it('passes over only those whose seat would make the composition impossible', () => {
    const order = [
      candidate('a', 'external'),
      candidate('b', 'external'),
      candidate('c', 'external'),
      candidate('d', 'finance'),
    ];
    expect(names(selectMembers(order, [], composition))).toBe('abd');
  });

  it('counts a person for every qualification it has', () => {
    const order = [candidate('a', 'external', 'finance'), candidate('b'), candidate('c', 'external')];
    expect(names(selectMembers(order, [], composition))).toBe('abc');
  });

  it('completes a panel that somebody left', () => {
    const seated = [candidate('a', 'external'), candidate('b', 'external')];
    const order = [candidate('c', 'external'), candidate('d', 'finance')];
    expect(names(selectMembers(order, seated, composition))).toBe('d');
  });

  it('takes nobody when the order cannot complete the panel', () => {
    expect(
      selectMembers(
        [candidate('a', 'external'), candidate('b', 'external'), candidate('c')],
        [],
        composition,
      ),
    ).toEqual([]);
    expect(selectMembers([candidate('a', 'external', 'finance')], [], composition)).toEqual([]);
  });

  it('needs nobody for a full panel, and an over-full one cannot be completed', () => {
    const full = [candidate('a', 'external'), candidate('b', 'external'), candidate('c', 'finance')];
    expect(selectMembers([candidate('d', 'finance')], full, composition)).toEqual([]);
    expect(canComplete(full, [], composition)).toBe(true);
    expect(canComplete([...full, candidate('d')], [], composition)).toBe(false);
  });

  it('finds the first panel of the order, like trying every panel', () => {
    const someone = fc
      .subarray(['external', 'finance', 'administrator'])
      .map((codes): Candidate => ({ commitment: '', codes }));
    const rules = fc.record({
      seats: fc.integer({ min: 1, max: 4 }),
      external: fc.integer({ min: 1, max: 3 }),
      finance: fc.integer({ min: 1, max: 2 }),
      administrator: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), rules, (people, { seats, ...counts }) => {
        const order = people.map((one, index) => ({ ...one, commitment: String.fromCharCode(97 + index) }));
        const minimums = Object.entries(counts).map(([code, count]) => ({ code, count }));
        const fits = (panel: readonly Candidate[]) =>
          minimums.every(
            ({ code, count }) => panel.filter(({ codes }) => codes.includes(code)).length >= count,
          );
        const expected = panels(order, seats).find(fits) ?? [];
        expect(names(selectMembers(order, [], { seats, minimums }))).toBe(names(expected));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every panel of a size, those with earlier people first. */
function panels(order: readonly Candidate[], seats: number): readonly (readonly Candidate[])[] {
  if (seats === 0) return [[]];
  return order.flatMap((candidate, index) =>
    panels(order.slice(index + 1), seats - 1).map((rest) => [candidate, ...rest]),
  );
}
