import type { Composition } from '../rules.ts';

/** Someone who may get a seat, with the qualifications composition rules count. */
export interface Candidate {
  readonly commitment: string;
  readonly codes: readonly string[];
}

/**
 * Fills the open seats of a panel from an order: walks it from the start and takes everyone with whom the
 * composition can still be reached with those who follow. Only a candidate whose seat would make the
 * composition impossible is passed over, so panel and replacements are fixed by the order alone.
 *
 * @returns those taken, in order; fewer than the open seats when the order cannot complete the panel
 */
export function selectMembers(
  order: readonly Candidate[],
  seated: readonly Candidate[],
  composition: Composition,
): readonly Candidate[] {
  const taken: Candidate[] = [];
  for (const [index, candidate] of order.entries()) {
    if (seated.length + taken.length >= composition.seats) break;
    if (canComplete([...seated, ...taken, candidate], order.slice(index + 1), composition))
      taken.push(candidate);
  }
  return taken;
}

/** Whether those seated can be completed to a panel from the rest. */
export function canComplete(
  seated: readonly Candidate[],
  rest: readonly Candidate[],
  { seats, minimums }: Composition,
): boolean {
  const open = seats - seated.length;
  if (open < 0 || rest.length < open) return false;
  const needs = minimums.map(({ code, count }) => Math.max(0, count - holders(seated, code)));
  const fewest = fewestFor(needs, rest, minimums, open);
  return fewest !== undefined && fewest <= open;
}

/** Fewest of the rest who together meet all needs; undefined when even all of them do not. */
function fewestFor(
  needs: readonly number[],
  rest: readonly Candidate[],
  minimums: Composition['minimums'],
  open: number,
): number | undefined {
  // Best count of members for each vector of needs still unmet: people with several qualifications serve several.
  let reached = new Map([[needs.join(), { unmet: needs, members: 0 }]]);
  for (const candidate of atMostEach(rest, minimums, open)) {
    const next = new Map(reached);
    for (const { unmet, members } of reached.values()) {
      const left = minimums.map(({ code }, index) =>
        Math.max(0, (unmet[index] ?? 0) - (candidate.codes.includes(code) ? 1 : 0)),
      );
      const key = left.join();
      const known = next.get(key);
      if (known === undefined || known.members > members + 1)
        next.set(key, { unmet: left, members: members + 1 });
    }
    reached = next;
  }
  return reached.get(needs.map(() => 0).join())?.members;
}

/** Drops candidates beyond those who could all be seated and who differ in nothing that counts. */
function atMostEach(
  rest: readonly Candidate[],
  minimums: Composition['minimums'],
  open: number,
): readonly Candidate[] {
  const seen = new Map<string, number>();
  return rest.filter(({ codes }) => {
    const kind = minimums.map(({ code }) => (codes.includes(code) ? '1' : '0')).join('');
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= open && kind.includes('1');
  });
}

function holders(members: readonly Candidate[], code: string): number {
  return members.filter(({ codes }) => codes.includes(code)).length;
}
