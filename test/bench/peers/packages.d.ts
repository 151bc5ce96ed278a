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

  export function getPostgreSQLEventStore(address: string): Store & { close(): Promise<void> };
}
