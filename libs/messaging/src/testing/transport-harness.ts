import { DatabaseSync } from 'node:sqlite';
import type { ConsumerState } from '../consumer-state.ts';
import type { EventTransport, EventTransportOptions } from '../event-transport.ts';
import type { Delivery, Message } from '../message.ts';
import type { HandlerResult } from '../outcome.ts';
import type { Relay } from '../relay.ts';
import { SqliteConsumerState } from '../sqlite-consumer-state.ts';
import { SqliteInbox } from '../sqlite-inbox.ts';
import { type TestSource, testContracts } from './test-source.ts';

/** What a transport must offer to be held to the contract. */
export interface TransportHarness {
  /** Lets the log of a service reach its consumers. */
  publish(relay: Relay): Promise<void>;
  /** The transport of a consumer group, not listening yet. */
  connect(options: EventTransportOptions): EventTransport;
  /** Lets everything come to a group again; the group does not run meanwhile. */
  rewind(group: string, sources: readonly string[], state: ConsumerState): Promise<void>;
  /** Whether the group gets through with all that a source has recorded by now. */
  caughtUp(transport: EventTransport, source: TestSource): Promise<boolean>;
  close(): Promise<void>;
}

/** What a handler of a test does with a message. */
export type TestHandler = (message: Message, delivery: Delivery) => Promise<HandlerResult>;

/** What of a consumer group outlives its process: its state and its effects. */
export class TestGroup {
  readonly name: string;
  readonly state: ConsumerState = new SqliteConsumerState(':memory:');
  readonly #database = new DatabaseSync(':memory:');
  readonly inbox: SqliteInbox;

  constructor(name = 'consumer') {
    this.name = name;
    this.#database.exec('CREATE TABLE effect (ordinal INTEGER PRIMARY KEY, text TEXT NOT NULL)');
    this.inbox = new SqliteInbox(this.#database);
  }

  /** Notes the message as `<stream> <revision>`, once. */
  effect(message: Message): void {
    this.inbox.once(this.name, message, (database) => {
      database.prepare('INSERT INTO effect (text) VALUES (?)').run(`${message.stream} ${message.revision}`);
    });
  }

  /** What was noted, in order. */
  effects(): readonly unknown[] {
    const rows = this.#database.prepare('SELECT text FROM effect ORDER BY ordinal').all();
    return rows.map((row) => row['text']);
  }

  /** Options of a transport for this group; it gives up waiting at once, so that tests need not. */
  options(members: Partial<EventTransportOptions> = {}): EventTransportOptions {
    return {
      group: this.name,
      state: this.state,
      sources: ['alpha', 'beta'],
      contracts: testContracts,
      delay: async (_, signal) => signal.throwIfAborted(),
      ...members,
    };
  }
}

/** Declares handlers as Nest does. */
export function handle(transport: EventTransport, handlers: Readonly<Record<string, TestHandler>>): void {
  for (const [pattern, handler] of Object.entries(handlers)) transport.addHandler(pattern, handler, true);
}

/** Starts a transport as Nest does; rejects when it refuses to start. */
export function listen(transport: EventTransport): Promise<void> {
  return new Promise((resolve, reject) => {
    transport.listen((error) => (error === undefined ? resolve() : reject(error)));
  });
}

/** A promise to be settled from outside, and whether somebody did. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
