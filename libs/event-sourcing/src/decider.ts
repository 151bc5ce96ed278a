import type { Actor } from './actor.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import type { Refusal } from './refusal.ts';

/** Personal data of one person, stored encrypted under that person's key. */
export interface PersonalPart {
  /** Data subject whose key encrypts the content; a random or derived identifier, never a name. */
  readonly subject: string;
  readonly content: JsonObject;
}

/** The rule version an event relied on. */
export interface PolicyReference {
  readonly id: string;
  /** Hash of the policy pack, hex SHA-256. */
  readonly hash: string;
  readonly article: string;
}

/** A fact a decider wants recorded. `data` is clear; `personal` is encrypted and never read by `evolve`. */
export interface DomainEvent<Type extends string = string, Data = JsonObject> {
  readonly type: Type;
  readonly data: Data;
  /** When the fact takes effect, where that differs from when it is recorded. */
  readonly effectiveAt?: Instant;
  readonly personal?: PersonalPart;
  readonly policy?: PolicyReference;
  /** Hashes (hex SHA-256) of the documents the fact rests on. */
  readonly evidence?: readonly string[];
}

/** What the log knows of a recorded event besides its data. */
export interface EventMeta {
  readonly id: string;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly actor: Actor;
}

/** Everything outside the state that a decision may depend on. */
export interface DecisionContext {
  readonly now: Instant;
  readonly actor: Actor;
}

/** Outcome of a decision: the facts to record (possibly none), or a refusal. */
export type DecisionResult<Event> = { readonly accepted: readonly Event[] } | { readonly refused: Refusal };

/**
 * A pure aggregate: decides commands and folds events.
 * Source: Jérémie Chassaing, "Functional Event Sourcing Decider".
 */
export interface Decider<State, Command, Event extends DomainEvent<string, unknown>> {
  readonly initialState: State;
  decide(command: Command, state: State, context: DecisionContext): DecisionResult<Event>;
  /** Must be total over clear fields: replay gives the same state after a person's key is shredded. */
  evolve(state: State, event: Event, meta: EventMeta): State;
}

/** A decider with the category its streams are named by: `<category>-<id>`. */
export interface Aggregate<State, Command, Event extends DomainEvent<string, unknown>> {
  readonly category: string;
  readonly decider: Decider<State, Command, Event>;
}

/** Accepts a command with these facts. */
export function accept<Event>(...events: readonly Event[]): DecisionResult<Event> {
  return { accepted: events };
}

/** Refuses a command with a code of the service's problem catalogue. */
export function refuse<Code extends string>(
  code: Code,
  details: Omit<Refusal<Code>, 'code'> = {},
): { readonly refused: Refusal<Code> } {
  return { refused: { code, ...details } };
}

/** Name of an aggregate's stream. */
export function streamName(category: string, id: string): string {
  return `${category}-${id}`;
}
