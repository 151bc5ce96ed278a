import { constructionEvents } from '@iic/contracts';
import type { EventEnvelope } from '@iic/event-sourcing';

const types = new Set<string>(constructionEvents.map(({ type }) => type));

/** Whether a recorded event is one of a construction project. */
export function isProjectEvent({ type }: EventEnvelope): boolean {
  return types.has(type);
}
