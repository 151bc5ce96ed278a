import { constructionEvents } from '@iic/contracts';
import type { EventEnvelope } from '@iic/event-sourcing';
import type { ProjectEvent } from '../domain/project/events.ts';

const types = new Set<string>(constructionEvents.map(({ type }) => type));

/** Whether a recorded event is one of a construction project. */
export function isProjectEvent({ type }: EventEnvelope): boolean {
  return types.has(type);
}

/** The event of a project that an envelope holds. */
export function projectEvent({ type, data }: EventEnvelope): ProjectEvent {
  // Only events for which `isProjectEvent` holds come here, and every recorded event keeps its contract.
  return { type, data } as unknown as ProjectEvent;
}
