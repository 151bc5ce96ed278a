import { type Candidate, strongScore } from './candidates.ts';

interface Chain {
  readonly score: number;
  readonly last: Candidate;
  readonly before: Chain | undefined;
}

/** Which candidates are the headings. */
export interface Choice {
  /** In the order of the lines; each title at most once. */
  readonly chosen: readonly Candidate[];
  /** Titles chosen against the order of the outline. */
  readonly outOfOrder: ReadonlySet<number>;
}

/**
 * Chooses headings: the heaviest sequence in which lines and titles both ascend; then, for titles left over, the
 * heaviest candidate against the order that is strong or is numbered like the headings around it. `candidates`
 * ascend by line, at most one for a line.
 */
export function chooseHeadings(candidates: readonly Candidate[], titles: number): Choice {
  const inOrder = heaviestAscending(candidates, titles);
  const found = new Set(inOrder.map((candidate) => candidate.target));
  const strays = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const stands = candidate.score >= strongScore || isCountedAmong(candidate, inOrder);
    if (
      stands &&
      !found.has(candidate.target) &&
      candidate.score > (strays.get(candidate.target)?.score ?? 0)
    ) {
      strays.set(candidate.target, candidate);
    }
  }
  const chosen = [...inOrder, ...strays.values()].sort((left, right) => left.line - right.line);
  return { chosen, outOfOrder: new Set(strays.keys()) };
}

/** Its number continues the one of the heading before it or leads to the one after it, in the same form. */
function isCountedAmong(candidate: Candidate, headings: readonly Candidate[]): boolean {
  const { form, ordinal } = candidate.reading.number;
  const counts = (neighbour: Candidate | undefined, step: number) =>
    form !== null &&
    ordinal !== null &&
    neighbour?.reading.number.form === form &&
    neighbour.reading.number.ordinal === ordinal + step;
  const before = headings.findLast((heading) => heading.line < candidate.line);
  const after = headings.find((heading) => heading.line > candidate.line);
  return counts(before, -1) || counts(after, 1);
}

function heaviestAscending(candidates: readonly Candidate[], titles: number): readonly Candidate[] {
  // best[t]: heaviest chain so far whose last title is t.
  const best = new Array<Chain | undefined>(titles);
  for (const candidate of candidates) {
    const before = heaviest(best.slice(0, candidate.target));
    const score = candidate.score + (before?.score ?? 0);
    if (score > (best[candidate.target]?.score ?? 0)) {
      best[candidate.target] = { score, last: candidate, before };
    }
  }
  const chosen: Candidate[] = [];
  for (let chain = heaviest(best); chain; chain = chain.before) {
    chosen.unshift(chain.last);
  }
  return chosen;
}

function heaviest(chains: readonly (Chain | undefined)[]): Chain | undefined {
  let found: Chain | undefined;
  for (const chain of chains) {
    if (chain && chain.score > (found?.score ?? 0)) {
      found = chain;
    }
  }
  return found;
}
