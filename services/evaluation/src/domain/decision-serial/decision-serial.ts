import type { DecisionSerialAssigned } from '@iic/contracts';
import { type Aggregate, accept, type DecisionResult, type EventMeta } from '@iic/event-sourcing';

/** Asks for the serial of a decision; asking again changes nothing. */
export interface AssignSerial {
  readonly type: 'AssignSerial';
  readonly decisionId: string;
  readonly caseId: string;
  readonly agency: string;
  readonly year: number;
  /** How the number is printed, with `{year}` and `{serial}`. */
  readonly pattern: string;
}

export type AssignedSerial = DecisionSerialAssigned['data'];

/**
 * The serials of one agency and year by decision. States of a series share one map, which would cost a copy per
 * event otherwise: only the first `count` serials of it belong to this state.
 */
export interface DecisionSerialState {
  readonly count: number;
  readonly shared: Map<string, AssignedSerial>;
}

/**
 * The gap-free series of one agency and year; streams `decision-serial-<agency>-<year>`. A serial is the
 * position in the stream, from 1, so no gap can arise.
 */
export const decisionSerialAggregate: Aggregate<DecisionSerialState, AssignSerial, DecisionSerialAssigned> = {
  category: 'decision-serial',
  decider: { initialState: { count: 0, shared: new Map() }, decide, evolve },
};

/** The serial a decision has in its series, if it has one. */
export function findSerial({ count, shared }: DecisionSerialState, id: string): AssignedSerial | undefined {
  const assigned = shared.get(id);
  return assigned !== undefined && assigned.serial <= count ? assigned : undefined;
}

/** Identifier of a series. */
export function seriesId(agency: string, year: number): string {
  return `${agency}-${year}`;
}

/** A decision's number as it is printed; the serial has at least four digits. */
export function printedNumber(pattern: string, year: number, serial: number): string {
  return pattern.replaceAll('{year}', String(year)).replaceAll('{serial}', String(serial).padStart(4, '0'));
}

function decide(
  { decisionId, caseId, agency, year, pattern }: AssignSerial,
  state: DecisionSerialState,
): DecisionResult<DecisionSerialAssigned> {
  if (findSerial(state, decisionId) !== undefined) return accept();
  const serial = state.count + 1;
  return accept<DecisionSerialAssigned>({
    type: 'DecisionSerialAssigned',
    data: { decisionId, caseId, agency, year, serial, number: printedNumber(pattern, year, serial) },
  });
}

function evolve(
  state: DecisionSerialState,
  { data }: DecisionSerialAssigned,
  { revision }: EventMeta,
): DecisionSerialState {
  if (data.serial !== revision + 1)
    throw new TypeError(`Serial ${data.serial} stands at revision ${revision} of its series.`);
  const { count, shared } = state;
  // A map that goes on beyond this state is another one's, and so is the empty one that all series begin with.
  const own =
    count > 0 && shared.size === count
      ? shared
      : new Map([...shared].filter(([, { serial }]) => serial <= count));
  return { count: count + 1, shared: own.set(data.decisionId, data) };
}
