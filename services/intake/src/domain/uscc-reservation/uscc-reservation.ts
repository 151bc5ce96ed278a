import type { UsccReserved } from '@iic/contracts';
import { type Aggregate, accept, type DecisionResult, type Instant } from '@iic/event-sourcing';
import { deny } from '../problems.ts';

/** An organisation that is about to enter the register under a code wants it for itself, and may ask again. */
export interface ReserveUscc {
  readonly type: 'ReserveUscc';
  readonly organisation: string;
  readonly uscc: string;
  /** Looked up: who is in the register under the code, whatever was reserved. */
  readonly bearer: string | null;
}

export type UsccState =
  | { readonly status: 'free' }
  | { readonly status: 'reserved'; readonly organisation: string; readonly reservedAt: Instant };

/** How long a code waits for an entry that never came, for example because the process died in between. */
const lapsesAfterMs = 10 * 60_000;

function decideUscc(command: ReserveUscc, state: UsccState, now: Instant): DecisionResult<UsccReserved> {
  const { organisation, uscc, bearer } = command;
  const holder = bearer ?? holderOf(state, now);
  if (holder !== undefined && holder !== organisation) {
    return deny('uscc-registered', { params: { uscc, organisation: holder } });
  }
  return state.status === 'reserved' && state.organisation === organisation
    ? accept<UsccReserved>()
    : accept<UsccReserved>({ type: 'UsccReserved', data: { organisation, uscc } });
}

function holderOf(state: UsccState, now: Instant): string | undefined {
  if (state.status === 'free') return undefined;
  const lapsed = Date.parse(now) - Date.parse(state.reservedAt) > lapsesAfterMs;
  return lapsed ? undefined : state.organisation;
}

/** One unified social credit code among organisations; streams `uscc-<code>`. */
export const usccReservationAggregate: Aggregate<UsccState, ReserveUscc, UsccReserved> = {
  category: 'uscc',
  decider: {
    initialState: { status: 'free' },
    decide: (command, state, { now }) => decideUscc(command, state, now),
    evolve: (_state, { data }, { recordedAt }) => ({
      status: 'reserved',
      organisation: data.organisation,
      reservedAt: recordedAt,
    }),
  },
};
