import type { DomainEvent } from './decider.ts';
import type { EventEnvelope } from './envelope.ts';

/**
 * The event an envelope holds, as its stream's decider wrote it. `Event` must be the events of that stream, and the
 * data in the version this release knows: projections get them so, others ask `EventVersions.eventOf`.
 */
export function recordedEvent<Event extends DomainEvent<string, unknown>>(
  { type, effectiveAt, policy, evidence, data: stored }: EventEnvelope,
  data = stored,
): Event {
  const fact: DomainEvent<string, unknown> = {
    type,
    data,
    effectiveAt,
    evidence,
    ...(policy === null ? {} : { policy }),
  };
  // Nothing but the stream's own decider writes to it, and every recorded event keeps its contract.
  return fact as Event;
}
