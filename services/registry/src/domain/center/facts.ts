import type { CenterCorrected } from '@iic/contracts';
import type { CenterFacts, CorrectableFacts } from './events.ts';

/** Facts stated by one event, from a day on. The first one is the designation and states all of them. */
export interface Statement {
  readonly from: string;
  readonly facts: Partial<CenterFacts>;
}

/** Everything stated so far: the designation and what was stated since, in the order it was recorded. */
export interface Statements {
  readonly designation: { readonly from: string; readonly facts: CenterFacts };
  readonly later: readonly Statement[];
}

/**
 * The facts in force on a day by what is known now. Of two statements the one that takes effect later wins,
 * and of those of the same day the one recorded later: a correction of the past leaves later changes alone.
 */
export function factsOn(day: string, { designation, later }: Statements): CenterFacts {
  const inForce = later.filter(({ from }) => from <= day);
  // Sorting is stable, so statements of the same day stay in the order they were recorded.
  inForce.sort((left, right) => compareDays(left.from, right.from));
  return Object.assign({}, designation.facts, ...inForce.map(({ facts }) => facts));
}

/** The facts in force after everything stated so far has taken effect. */
export function latestFacts(statements: Statements): CenterFacts {
  return factsOn('9999-12-31', statements);
}

/** The facts that a correction states, without what is said about the correction itself. */
export function correctedFacts(correction: CenterCorrected['data']): CorrectableFacts {
  const {
    effectiveDate: _date,
    reason: _reason,
    evidenceHash: _evidence,
    releasedName: _name,
    ...facts
  } = correction;
  return facts;
}

function compareDays(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
