import type { PlaqueSerialAssigned } from '@iic/contracts';
import { type Aggregate, accept, type DecisionResult } from '@iic/event-sourcing';

/** A center needs the next serial of a year; it may ask again. */
export interface AssignPlaqueSerial {
  readonly type: 'AssignPlaqueSerial';
  readonly year: number;
  readonly caseId: string;
}

/** Cases in the order of their serials: the first has serial 1. */
export interface PlaqueSerials {
  readonly cases: readonly string[];
}

function decide(
  { year, caseId }: AssignPlaqueSerial,
  { cases }: PlaqueSerials,
): DecisionResult<PlaqueSerialAssigned> {
  if (cases.includes(caseId)) return accept();
  return accept({ type: 'PlaqueSerialAssigned', data: { year, serial: cases.length + 1, caseId } });
}

function evolve({ cases }: PlaqueSerials, { data }: PlaqueSerialAssigned): PlaqueSerials {
  return { cases: [...cases, data.caseId] };
}

/** The serial a case has in its year, if it has one. */
export function findSerial({ cases }: PlaqueSerials, caseId: string): number | undefined {
  const index = cases.indexOf(caseId);
  return index < 0 ? undefined : index + 1;
}

/** The serials of a year, without a gap: serial = revision + 1. The stream's id is the year. */
export const plaqueSerial: Aggregate<PlaqueSerials, AssignPlaqueSerial, PlaqueSerialAssigned> = {
  category: 'plaque-serial',
  decider: { initialState: { cases: [] }, decide, evolve },
};
