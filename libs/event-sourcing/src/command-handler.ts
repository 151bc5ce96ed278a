import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import { CommandRefused, EventInvalid, IdempotencyMismatch, RevisionMismatch } from './command-errors.ts';
import type { Aggregate, DomainEvent } from './decider.ts';
import { streamName } from './decider.ts';
import type { Causation, EventEnvelope } from './envelope.ts';
import { type EventStore, RevisionConflict, type SealedEvent, type StoredEvent } from './event-store.ts';
import { type Instant, laterOf } from './instant.ts';
import type { JsonObject } from './json.ts';
import type { KeyStore } from './key-store.ts';
import { LeastRecentlyUsed } from './least-recently-used.ts';
import { type Loaded, nothingLoaded, replay } from './loaded.ts';
import { encryptPersonal } from './personal-data.ts';
import { randomSalt, uuidV7 } from './random.ts';
import { sealEvent } from './sealing.ts';
import type { EventVersions } from './upcasters.ts';

/** Everything about a command besides its content. */
export interface CommandMeta {
  /** The same id takes effect once. */
  readonly commandId: string;
  /** Hex SHA-256 of the content. */
  readonly fingerprint: string;
  readonly actor: Actor;
  /** The case a new stream belongs to; an existing stream keeps its own. Default: the aggregate's id. */
  readonly correlation?: string;
  readonly causation?: Causation;
  /** What the caller saw (If-Match); any other revision is refused with {@link RevisionMismatch}. */
  readonly expectedRevision?: number;
}

/** What a command recorded. */
export interface CommandOutcome {
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly StoredEvent[];
  /** True when the command had been handled before and this is its first outcome. */
  readonly repeated: boolean;
}

/** What a command handler works with. */
export interface CommandHandlerDependencies {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly versions: EventVersions;
  /** Tells what is wrong with an event's data, so that nothing is recorded which others could not read. Default: nothing. */
  readonly findFault?: (type: string, version: number, data: JsonObject) => string | undefined;
  /** Streams whose state is kept in memory. Default 2,000. */
  readonly statesKept?: number;
}

const attempts = 5;

/** Loads, decides, appends; retries a bounded number of times when somebody else was faster. */
export class CommandHandler {
  readonly #dependencies: CommandHandlerDependencies;
  readonly #states: LeastRecentlyUsed<string, Loaded<unknown>>;

  constructor(dependencies: CommandHandlerDependencies) {
    this.#dependencies = dependencies;
    this.#states = new LeastRecentlyUsed(dependencies.statesKept ?? 2_000);
  }

  /** The aggregate as it is now; `revision` is -1 when it does not exist. */
  async load<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
  ): Promise<Loaded<State>> {
    const stream = streamName(aggregate.category, id);
    const known = this.#known(aggregate, stream);
    const newer = await this.#dependencies.store.readStream(stream, { from: known.revision + 1 });
    return newer.length === 0
      ? known
      : this.#remember(stream, replay(aggregate, known, newer, this.#dependencies.versions));
  }

  /** The stream that a command began, if it began one. */
  streamBegunBy(commandId: string): Promise<string | undefined> {
    return this.#dependencies.store.streamBegunBy(commandId);
  }

  /** The aggregate as it was recorded at an instant. */
  async loadAsOf<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
    recordedUntil: Instant,
  ): Promise<Loaded<State>> {
    const events = await this.#dependencies.store.readStream(streamName(aggregate.category, id), {
      recordedUntil,
    });
    return replay(aggregate, nothingLoaded(aggregate), events, this.#dependencies.versions);
  }

  /**
   * Handles a command exactly once.
   *
   * @param admit called with the state before it decides; throws to keep the caller out. A repeat is answered without
   * it: the command id binds the caller, and the command may itself have ended what let the caller in.
   * @throws CommandRefused when the decider refuses
   * @throws IdempotencyMismatch when the command id was used for other content
   * @throws RevisionMismatch when the stream is not where the caller saw it
   * @throws RevisionConflict when others kept changing the stream
   * @throws EventInvalid when an event to record does not fit its contract
   */
  async handle<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
    command: Command,
    meta: CommandMeta,
    admit: (state: State) => void = () => undefined,
  ): Promise<CommandOutcome> {
    const stream = streamName(aggregate.category, id);
    for (let attempt = 1; ; attempt += 1) {
      const loaded = await this.load(aggregate, id);
      const repeat = await this.#earlierOutcome(stream, loaded, meta);
      if (repeat !== undefined) return repeat;
      admit(loaded.state);
      if (meta.expectedRevision !== undefined && meta.expectedRevision !== loaded.revision) {
        throw new RevisionMismatch(stream, meta.expectedRevision, loaded.revision);
      }
      try {
        return await this.#decideAndAppend(aggregate, id, command, meta, loaded);
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt === attempts) throw error;
      }
    }
  }

  async #decideAndAppend<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
    command: Command,
    meta: CommandMeta,
    loaded: Loaded<State>,
  ): Promise<CommandOutcome> {
    const stream = streamName(aggregate.category, id);
    const now = this.#dependencies.clock.now();
    const result = aggregate.decider.decide(command, loaded.state, { now, actor: meta.actor });
    if ('refused' in result) throw new CommandRefused(result.refused);
    if (result.accepted.length === 0)
      return { stream, revision: loaded.revision, events: [], repeated: false };
    const events = await this.#seal(stream, id, result.accepted, meta, loaded, now);
    const { seq } = await this.#dependencies.store.append({
      stream,
      expectedRevision: loaded.revision,
      events,
    });
    const first = seq - events.length + 1;
    const stored = events.map((event, index) => ({
      ...event,
      seq: first + index,
      position: String(first + index),
    }));
    const next = replay(aggregate, loaded, stored, this.#dependencies.versions);
    this.#remember(stream, next);
    return { stream, revision: next.revision, events: stored, repeated: false };
  }

  async #seal(
    stream: string,
    id: string,
    facts: readonly DomainEvent<string, unknown>[],
    meta: CommandMeta,
    loaded: Loaded<unknown>,
    now: Instant,
  ): Promise<readonly SealedEvent[]> {
    const notBefore = laterOf(loaded.recordedAt, meta.causation?.recordedAt ?? loaded.recordedAt);
    const recordedAt = laterOf(now, notBefore);
    const milliseconds = Date.parse(recordedAt);
    const sealed: SealedEvent[] = [];
    for (const fact of facts) {
      const schemaVersion = this.#dependencies.versions.current(fact.type);
      const data = eventData(fact);
      const fault = this.#dependencies.findFault?.(fact.type, schemaVersion, data);
      if (fault !== undefined) throw new EventInvalid(fact.type, fault);
      // In canonical order, which spares the sealing a sort.
      const envelope: EventEnvelope = {
        actor: meta.actor,
        causation: meta.causation ?? null,
        commandId: meta.commandId,
        correlation: loaded.correlation ?? meta.correlation ?? id,
        data,
        effectiveAt: fact.effectiveAt ?? recordedAt,
        encrypted:
          fact.personal === undefined ? null : await encryptPersonal(fact.personal, this.#dependencies.keys),
        envelope: 1,
        evidence: fact.evidence ?? [],
        fingerprint: meta.fingerprint,
        id: uuidV7(milliseconds),
        policy: fact.policy ?? null,
        recordedAt,
        revision: loaded.revision + 1 + sealed.length,
        salt: randomSalt(),
        schemaVersion,
        stream,
        type: fact.type,
      };
      sealed.push(sealEvent(envelope));
    }
    return sealed;
  }

  async #earlierOutcome(
    stream: string,
    loaded: Loaded<unknown>,
    meta: CommandMeta,
  ): Promise<CommandOutcome | undefined> {
    const earlier = loaded.commands.get(meta.commandId);
    if (earlier === undefined) return undefined;
    if (earlier.fingerprint !== meta.fingerprint) throw new IdempotencyMismatch(meta.commandId);
    const events = await this.#dependencies.store.readStream(stream, {
      from: earlier.first,
      to: earlier.last,
    });
    return { stream, revision: earlier.last, events, repeated: true };
  }

  #known<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: Aggregate<State, Command, Event>,
    stream: string,
  ): Loaded<State> {
    const known = this.#states.get(stream);
    // A stream name determines its aggregate, so what was remembered under it has that aggregate's state type.
    return known === undefined ? nothingLoaded(aggregate) : (known as Loaded<State>);
  }

  #remember<State>(stream: string, loaded: Loaded<State>): Loaded<State> {
    this.#states.set(stream, loaded);
    return loaded;
  }
}

function eventData(fact: DomainEvent<string, unknown>): EventEnvelope['data'] {
  const { data } = fact;
  if (typeof data !== 'object' || data === null)
    throw new TypeError(`Event ${fact.type} has no data object.`);
  return data as EventEnvelope['data'];
}
