import type { NameReleased, NameReserved } from '@iic/contracts';
import { type Aggregate, accept, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';

/** A case wants a name for itself. The same case may ask again. */
export interface ReserveName {
  readonly type: 'ReserveName';
  readonly caseId: string;
  readonly name: string;
  /** Hex SHA-256 of the name's NFKC form, case and spaces aside; the stream is `name-<key>`. */
  readonly key: string;
}

/** A case needs the name no more; nothing happens when it does not hold it. */
export interface ReleaseName {
  readonly type: 'ReleaseName';
  readonly caseId: string;
  /** `withdrawn`, `declined`, `refused`, `rejected`, `renamed`, `approval-revoked`. */
  readonly reason: string;
}

export type NameCommand = ReserveName | ReleaseName;
export type NameEvent = NameReserved | NameReleased;

export type NameState =
  | { readonly status: 'free' }
  | { readonly status: 'reserved'; readonly caseId: string; readonly name: string };

function decideName(command: NameCommand, state: NameState): DecisionResult<NameEvent> {
  const held = state.status === 'reserved' && state.caseId === command.caseId;
  if (command.type === 'ReleaseName') {
    return held
      ? accept<NameEvent>({
          type: 'NameReleased',
          data: { caseId: command.caseId, name: state.name, reason: command.reason },
        })
      : accept<NameEvent>();
  }
  if (held) return accept<NameEvent>();
  const { caseId, name, key } = command;
  return state.status === 'reserved'
    ? deny('name-taken', { params: { name } })
    : accept<NameEvent>({ type: 'NameReserved', data: { caseId, name, key } });
}

function evolveName(_state: NameState, event: NameEvent): NameState {
  switch (event.type) {
    case 'NameReserved':
      return { status: 'reserved', caseId: event.data.caseId, name: event.data.name };
    case 'NameReleased':
      return { status: 'free' };
    default:
      return event satisfies never;
  }
}

/** One center name among live cases (Art. 23); streams `name-<key>`. */
export const nameReservationAggregate: Aggregate<NameState, NameCommand, NameEvent> = {
  category: 'name',
  decider: { initialState: { status: 'free' }, decide: decideName, evolve: evolveName },
};
