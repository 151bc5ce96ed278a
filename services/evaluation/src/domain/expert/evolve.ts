import type { EventMeta } from '@iic/event-sourcing';
import { provinceOf } from '../province.ts';
import type { ExpertEvent } from './events.ts';
import type { ExpertState, RegisteredExpert } from './state.ts';

/** Folds one fact into what is known of an expert. */
export function evolveExpert(
  state: ExpertState,
  event: ExpertEvent,
  { actor }: Pick<EventMeta, 'actor'>,
): ExpertState {
  switch (event.type) {
    case 'ExpertRegistered': {
      const { expertId, ...particulars } = event.data;
      return { status: 'available', expertId, province: provinceOf(actor), particulars };
    }
    case 'ExpertRevised': {
      const { reason: _, ...particulars } = event.data;
      return { ...registered(state), particulars };
    }
    case 'ExpertSuspended':
      return { ...registered(state), status: 'suspended' };
    case 'ExpertReinstated':
      return { ...registered(state), status: 'available' };
    default:
      return event satisfies never;
  }
}

function registered(state: ExpertState): RegisteredExpert {
  if (state.status === 'unknown') throw new TypeError('An expert was changed before it was registered.');
  return state;
}
