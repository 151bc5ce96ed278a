import type { Aggregate, DomainEvent } from './decider.ts';
import type { StoredEvent } from './event-store.ts';
import type { Instant } from './instant.ts';
import type { EventVersions } from './upcasters.ts';

/** Which revisions a command wrote, and the content it had. */
export interface HandledCommand {
  readonly first: number;
  readonly last: number;
  readonly fingerprint: string;
}

/** An aggregate's state with what its stream says besides. */
export interface Loaded<State> {
  readonly state: State;
  /** Revision of the last event; -1 for a stream that does not exist. */
  readonly revision: number;
  /** When the last event was recorded; the beginning of time for a stream that does not exist. */
  readonly recordedAt: Instant;
  readonly correlation: string | undefined;
  readonly commands: Map<string, HandledCommand>;
}

/** What is known of a stream before its first event. */
export function nothingLoaded<State, Command, Event extends DomainEvent<string, unknown>>(
  aggregate: Aggregate<State, Command, Event>,
): Loaded<State> {
  return {
    state: aggregate.decider.initialState,
    revision: -1,
    recordedAt: '0000-01-01T00:00:00.000Z',
    correlation: undefined,
    commands: new Map(),
  };
}

/** Folds further events of the same stream. Throws `UnknownEventVersion`. */
export function replay<State, Command, Event extends DomainEvent<string, unknown>>(
  aggregate: Aggregate<State, Command, Event>,
  from: Loaded<State>,
  events: readonly StoredEvent[],
  versions: EventVersions,
): Loaded<State> {
  const last = events.at(-1);
  if (last === undefined) return from;
  const state = events.reduce(
    (before, event) =>
      aggregate.decider.evolve(before, versions.eventOf<Event>(event.envelope), event.envelope),
    from.state,
  );
  return {
    state,
    revision: last.envelope.revision,
    recordedAt: last.envelope.recordedAt,
    correlation: last.envelope.correlation,
    commands: withCommands(from.commands, events),
  };
}

/**
 * Adds to the map in place: copying it would cost O(commands of the stream) per append. Whoever still holds an
 * older `Loaded` of the stream only finds a repeated command sooner.
 */
function withCommands(
  commands: Map<string, HandledCommand>,
  events: readonly StoredEvent[],
): Map<string, HandledCommand> {
  for (const { envelope } of events) {
    const { commandId, fingerprint, revision } = envelope;
    commands.set(commandId, {
      first: commands.get(commandId)?.first ?? revision,
      last: revision,
      fingerprint,
    });
  }
  return commands;
}
