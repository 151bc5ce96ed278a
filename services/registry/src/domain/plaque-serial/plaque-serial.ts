import type { PlaqueSerialAssigned } from '@iic/contracts';
import { type Aggregate, accept, type DecisionResult } from '@iic/event-sourcing';

/** A center needs the next serial of a year; it may ask again. */
export interface AssignPlaqueSerial {
  readonly type: 'AssignPlaqueSerial';
  readonly year: number;
  readonly caseId: string;
}

/**
 * Serials of a year by case. States of a year share one map, which would cost a copy per event otherwise: only
 * the first `count` serials of it belong to this state.
 */
export interface PlaqueSerials {
  readonly count: number;
  readonly shared: Map<string, number>;
}

function decide(
  { year, caseId }: AssignPlaqueSerial,
  state: PlaqueSerials,
): DecisionResult<PlaqueSerialAssigned> {
  if (findSerial(state, caseId) !== undefined) return accept();
  return accept({ type: 'PlaqueSerialAssigned', data: { year, serial: state.count + 1, caseId } });
}

function evolve({ count, shared }: PlaqueSerials, { data }: PlaqueSerialAssigned): PlaqueSerials {
  // A map that goes on beyond this state is another one's, and so is the empty one that all years begin with.
  const own =
    count > 0 && shared.size === count
      ? shared
      : new Map([...shared].filter(([, serial]) => serial <= count));
  return { count: count + 1, shared: own.set(data.caseId, count + 1) };
}

/** The serial a case has in its year, if it has one. */
export function findSerial({ count, shared }: PlaqueSerials, caseId: string): number | undefined {
  const serial = shared.get(caseId);
  return serial !== undefined && serial <= count ? serial : undefined;
}

/** The serials of a year, without a gap: serial = revision + 1. The stream's id is the year. */
export const plaqueSerial: Aggregate<PlaqueSerials, AssignPlaqueSerial, PlaqueSerialAssigned> = {
  category: 'plaque-serial',
  decider: { initialState: { count: 0, shared: new Map() }, decide, evolve },
};
