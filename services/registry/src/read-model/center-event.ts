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
