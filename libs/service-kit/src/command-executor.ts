import { createHash } from 'node:crypto';
import { type AccessFacts, type AccessPolicy, NotVisible } from '@iic/access';
import {
  type Actor,
  type Aggregate,
  type Causation,
  type CommandHandler,
  type CommandOutcome,
  canonicalJson,
  type DomainEvent,
  IdempotencyMismatch,
  type Instant,
  type Loaded,
  streamName,
} from '@iic/event-sourcing';
import type { CommandCall, QueryCall } from './http/call.ts';
import { consistencyToken } from './http/consistency-token.ts';
import { CommandReply } from './http/replies.ts';
import { traced } from './tracing.ts';

/** An aggregate that says what access rules may look at. */
export interface GuardedAggregate<State, Command, Event extends DomainEvent<string, unknown>>
  extends Aggregate<State, Command, Event> {
  /** Facts of an existing aggregate; `undefined` for one that does not exist. */
  facts(state: State): AccessFacts | undefined;
  /** Whether an id can be one of this aggregate at all; needed where another category's name begins with this one's. */
  isId?(id: string): boolean;
}

/** A command that another event made necessary, issued by the service itself. */
export interface CausedCommand {
  /** Deterministic, so that a repeat of the cause takes effect once (`derivedCommandId`, `deadlineCommandId`). */
  readonly commandId: string;
  readonly causation?: Causation;
  /** The case a new stream belongs to. */
  readonly correlation?: string;
  /** Area code of the province the case belongs to. */
  readonly jurisdiction: string;
}

/** What the executor needs of its service. */
export interface ExecutingService {
  readonly name: string;
  readonly handler: CommandHandler;
  readonly access: AccessPolicy;
  /** Whether other services get an event of this type and schema version. */
  isShared(type: string, version: number): boolean;
  /** Told how many events a command recorded. */
  recorded(events: number): void;
}

/** Runs commands of people and of the service itself, and loads aggregates for people who may see them. */
export class CommandExecutor {
  readonly #service: ExecutingService;
  readonly #creating = new Map<string, Promise<unknown>>();

  constructor(service: ExecutingService) {
    this.#service = service;
  }

  /**
   * Runs a command on an aggregate that exists and that the caller may act on (otherwise `NotVisible`).
   * Throws what `CommandHandler.handle` throws.
   */
  async run<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: GuardedAggregate<State, Command, Event>,
    id: string,
    command: Command,
    call: CommandCall,
  ): Promise<CommandReply> {
    if (aggregate.isId?.(id) === false) throw new NotVisible(call.subject);
    const outcome = await this.#traced(aggregate, () =>
      this.#service.handler.handle(aggregate, id, command, metaOf(call), (state) =>
        this.#service.access.demand(call.caller, call.action, call.subject, aggregate.facts(state)),
      ),
    );
    return this.#reply(id, outcome);
  }

  /**
   * Runs a command that makes a new aggregate. Take the id from {@link newId}, so that a repeat finds the first; with
   * an id that the caller chose, a command that made another one is refused. Throws what `CommandHandler.handle`
   * throws.
   *
   * @param correlation the case it belongs to; default its own stream, which no case can be
   */
  async create<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: GuardedAggregate<State, Command, Event>,
    id: string,
    command: Command,
    call: CommandCall,
    correlation: string = streamName(aggregate.category, id),
  ): Promise<CommandReply> {
    return this.#oneAtATime(call.commandId, async () => {
      await this.demandFirstUse(aggregate, id, call);
      const meta = { ...metaOf(call), correlation };
      return this.#reply(id, await this.#service.handler.handle(aggregate, id, command, meta));
    });
  }

  /**
   * Refuses a command that made another aggregate before, with `IdempotencyMismatch`: its key was used again with
   * other content. For those who record something before they {@link create}.
   */
  async demandFirstUse<State, Command, Event extends DomainEvent<string, unknown>>(
    { category }: GuardedAggregate<State, Command, Event>,
    id: string,
    { commandId }: CommandCall,
  ): Promise<void> {
    const begun = await this.#service.handler.streamBegunBy(commandId);
    if (begun !== undefined && begun !== streamName(category, id)) throw new IdempotencyMismatch(commandId);
  }

  /** Runs a command of the service itself. Throws what `CommandHandler.handle` throws. */
  async issue<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: Aggregate<State, Command, Event>,
    id: string,
    command: Command,
    caused: CausedCommand,
  ): Promise<CommandOutcome> {
    const { jurisdiction, ...meta } = caused;
    const outcome = await this.#service.handler.handle(aggregate, id, command, {
      ...meta,
      // What the service does follows from the cause alone, which the command id already stands for.
      fingerprint: createHash('sha256').update(canonicalJson(meta.commandId)).digest('hex'),
      actor: systemActor(this.#service.name, jurisdiction),
    });
    this.#count(outcome);
    return outcome;
  }

  /** The aggregate, for a caller who may see it. Throws `NotVisible` or `AccessDenied`. */
  async load<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: GuardedAggregate<State, Command, Event>,
    id: string,
    call: QueryCall,
  ): Promise<Loaded<State>> {
    if (aggregate.isId?.(id) === false) throw new NotVisible(call.subject);
    const loaded = await this.#service.handler.load(aggregate, id);
    this.#service.access.demand(call.caller, call.action, call.subject, aggregate.facts(loaded.state));
    return loaded;
  }

  /** The aggregate as recorded at an instant, for a caller who may see it as it is now. */
  async loadAsOf<State, Command, Event extends DomainEvent<string, unknown>>(
    aggregate: GuardedAggregate<State, Command, Event>,
    id: string,
    recordedUntil: Instant,
    call: QueryCall,
  ): Promise<Loaded<State>> {
    await this.load(aggregate, id, call);
    return this.#service.handler.loadAsOf(aggregate, id, recordedUntil);
  }

  /** Creations under one key wait for each other, so that the second finds what the first made. */
  async #oneAtATime<Result>(commandId: string, create: () => Promise<Result>): Promise<Result> {
    const before = this.#creating.get(commandId) ?? Promise.resolve();
    const creation = before.then(create, create);
    this.#creating.set(commandId, creation);
    try {
      return await creation;
    } finally {
      if (this.#creating.get(commandId) === creation) this.#creating.delete(commandId);
    }
  }

  #traced<Result>({ category }: { readonly category: string }, work: () => Promise<Result>): Promise<Result> {
    return traced('command', { 'iic.service': this.#service.name, 'iic.aggregate': category }, work);
  }

  #reply(id: string, outcome: CommandOutcome): CommandReply {
    this.#count(outcome);
    return new CommandReply(id, outcome, this.#token(outcome));
  }

  #token({ events }: CommandOutcome): string | null {
    const last = events.at(-1);
    if (last === undefined) return null;
    const { name, isShared } = this.#service;
    const shared = events.findLast(({ envelope }) => isShared(envelope.type, envelope.schemaVersion));
    return consistencyToken({
      service: name,
      seq: last.seq,
      eventId: last.envelope.id,
      sharedSeq: shared?.seq ?? 0,
      key: last.envelope.correlation,
    });
  }

  #count(outcome: CommandOutcome): void {
    if (!outcome.repeated) this.#service.recorded(outcome.events.length);
  }
}

/** Id of what a command creates: the same command makes the same thing. */
export function newId(call: Pick<CommandCall, 'commandId'>): string {
  return call.commandId.slice(0, 32);
}

/** The service itself as an actor. */
export function systemActor(service: string, jurisdiction: string): Actor {
  return { subject: `system:${service}`, organisation: 'platform', role: 'system', jurisdiction };
}

function metaOf(call: CommandCall) {
  const { client: _client, ...actor } = call.caller;
  return {
    commandId: call.commandId,
    fingerprint: call.fingerprint,
    actor,
    ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
  };
}
