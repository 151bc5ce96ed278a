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

/** The serials of one agency and year by decision, in the order they were assigned. */
export type DecisionSerialState = ReadonlyMap<string, AssignedSerial>;

/**
 * The gap-free series of one agency and year; streams `decision-serial-<agency>-<year>`. A serial is the
 * position in the stream, from 1, so no gap can arise.
 */
export const decisionSerialAggregate: Aggregate<DecisionSerialState, AssignSerial, DecisionSerialAssigned> = {
  category: 'decision-serial',
  decider: { initialState: new Map(), decide, evolve },
};

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
  if (state.has(decisionId)) return accept();
  const serial = state.size + 1;
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
  return new Map(state).set(data.decisionId, data);
}
