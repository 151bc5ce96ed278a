import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { EffectsLost } from './outcome.ts';

/** When effects become durable: each by itself, or together when the consumer is about to acknowledge. */
export type InboxCommit = 'each' | 'batch';

/** Changes made through a connection, at once: a promise would outlive the transaction. */
export type SqliteEffect = (database: DatabaseSync) => void;

/**
 * Exactly-once effects in SQLite (kind a): the effect and the note that the message was handled are one
 * transaction, so a message that comes again finds the note and changes nothing.
 *
 * With `batch`, effects stay in one open transaction until {@link flush}: give `flush` to the transport as
 * `beforeAcknowledge`, and let nobody else write through this connection.
 */
export class SqliteInbox {
  readonly #database: DatabaseSync;
  readonly #commit: InboxCommit;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync, options: { readonly commit?: InboxCommit } = {}) {
    this.#database = database;
    this.#commit = options.commit ?? 'each';
    database.exec(`CREATE TABLE IF NOT EXISTS inbox (
      grp TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (grp, message)
    ) STRICT, WITHOUT ROWID`);
    this.#insert = database.prepare('INSERT OR IGNORE INTO inbox (grp, message) VALUES (?, ?)');
  }

  /**
   * Runs the effect unless this group has had the message; tells whether it ran. The effect is synchronous,
   * works on the given connection and uses no transaction of its own. When it throws, nothing is changed and
   * the error passes on, or {@link EffectsLost} when SQLite took earlier effects of the batch with it.
   */
  once(group: string, message: { readonly id: string }, effect: SqliteEffect): boolean {
    if (!this.#database.isTransaction) this.#database.exec('BEGIN IMMEDIATE');
    this.#database.exec('SAVEPOINT message');
    try {
      const first = this.#insert.run(group, message.id).changes === 1;
      if (first) runEffect(effect, this.#database);
      this.#database.exec('RELEASE message');
      if (this.#commit === 'each') this.flush();
      return first;
    } catch (error) {
      throw this.#undo() ? error : new EffectsLost('The transaction was rolled back.', { cause: error });
    }
  }

  /** Makes the effects so far durable. */
  readonly flush = (): void => {
    if (this.#database.isTransaction) this.#database.exec('COMMIT');
  };

  /** Takes back one effect; false when SQLite took back the whole batch, as it may on a full disk. */
  #undo(): boolean {
    if (!this.#database.isTransaction) return this.#commit === 'each';
    this.#database.exec('ROLLBACK TO message; RELEASE message');
    if (this.#commit === 'each') this.#database.exec('ROLLBACK');
    return true;
  }
}

function runEffect(effect: SqliteEffect, database: DatabaseSync): void {
  const returned: unknown = effect(database);
  if (returned instanceof Promise) {
    returned.catch(() => undefined);
    throw new Error('An effect in SQLite must be synchronous; it returned a promise.');
  }
}
