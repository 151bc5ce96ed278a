import type { EventEnvelope } from '@iic/event-sourcing';
import type { CenterEvent } from '../domain/center/events.ts';

const types = {
  CenterDesignated: true,
  PlaqueNumbered: true,
  PlaqueAwarded: true,
  CenterCompetentUnitReassigned: true,
  CenterCorrected: true,
} as const satisfies Record<CenterEvent['type'], true>;

/** Whether a recorded event is one of a center. */
export function isCenterEvent({ type }: EventEnvelope): boolean {
  return Object.hasOwn(types, type);
}

/** The event of a center that an envelope holds. */
export function centerEvent({ type, data }: EventEnvelope): CenterEvent {
  // Only events for which `isCenterEvent` holds come here, and every recorded event keeps its contract.
  return { type, data } as unknown as CenterEvent;
}
