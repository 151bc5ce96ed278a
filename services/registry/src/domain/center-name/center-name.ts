import type { CenterNameReleased, CenterNameReserved } from '@iic/contracts';
import { type Aggregate, accept, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';

/** A center takes a name; it may ask again. */
export interface ReserveCenterName {
  readonly type: 'ReserveCenterName';
  readonly name: string;
  readonly caseId: string;
}

/** A center gives a name up; nothing happens when it does not bear it. */
export interface ReleaseCenterName {
  readonly type: 'ReleaseCenterName';
  readonly caseId: string;
}

export type CenterNameCommand = ReserveCenterName | ReleaseCenterName;
export type CenterNameEvent = CenterNameReserved | CenterNameReleased;

export type CenterNameState =
  | { readonly status: 'free' }
  | { readonly status: 'taken'; readonly name: string; readonly caseId: string };

function decide(command: CenterNameCommand, state: CenterNameState): DecisionResult<CenterNameEvent> {
  const { caseId } = command;
  const own = state.status === 'taken' && state.caseId === caseId;
  if (command.type === 'ReleaseCenterName') {
    return own ? accept({ type: 'CenterNameReleased', data: { name: state.name, caseId } }) : accept();
  }
  if (own) return accept();
  const { name } = command;
  return state.status === 'taken'
    ? deny('name-taken', { params: { name } })
    : accept({ type: 'CenterNameReserved', data: { name, caseId } });
}

function evolve(_state: CenterNameState, event: CenterNameEvent): CenterNameState {
  return event.type === 'CenterNameReleased' ? { status: 'free' } : { status: 'taken', ...event.data };
}

/** One name among centers; the stream's id is the hex SHA-256 of the name's key (`nameKey` of the reference data). */
export const centerName: Aggregate<CenterNameState, CenterNameCommand, CenterNameEvent> = {
  category: 'name',
  decider: { initialState: { status: 'free' }, decide, evolve },
};
