/** The part of the peers' packages the benches use; they are not installed when types are checked. */

declare module 'better-sqlite3' {
  interface Statement {
    run(...values: readonly unknown[]): unknown;
  }
  class Database {
    constructor(file: string);
    pragma(text: string): unknown;
    exec(sql: string): void;
    prepare(sql: string): Statement;
    close(): void;
  }
  export default Database;
}

declare module '@event-driven-io/emmett' {
  export interface Message {
    readonly type: string;
    readonly data: object;
    readonly metadata?: object;
  }
  export interface Store {
    appendToStream(
      stream: string,
      events: readonly Message[],
      options: { readonly expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
    ): Promise<unknown>;
    readonly schema: { migrate(): Promise<unknown> };
  }
}

declare module '@event-driven-io/emmett-sqlite' {
  import type { Store } from '@event-driven-io/emmett';

  export function getSQLiteEventStore(options: {
    readonly fileName: string;
    readonly schema?: { readonly autoMigration: 'CreateOrUpdate' };
  }): Store;
}

declare module '@event-driven-io/emmett-postgresql' {
  import type { Store } from '@event-driven-io/emmett';
  import type { EventData } from '../append/workload.ts';

  export interface Consumer {
    projector(options: { readonly processorId: string; readonly projection: unknown }): unknown;
    start(): Promise<void>;
    close(): Promise<void>;
  }
  export interface PostgresStore extends Store {
    consumer(options: {
      readonly stopWhen: { readonly noMessagesLeft: boolean };
      readonly pulling: { readonly batchSize: number };
    }): Consumer;
    close(): Promise<void>;
  }
  export function getPostgreSQLEventStore(address: string): PostgresStore;
  export function pongoMultiStreamProjection<Document>(options: {
    readonly collectionName: string;
    readonly canHandle: readonly string[];
    readonly getDocumentId: (event: { readonly data: EventData }) => string;
    readonly evolve: (document: Document | null, event: { readonly data: EventData }) => Document;
  }): unknown;
}
