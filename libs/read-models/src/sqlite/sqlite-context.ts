import type { DatabaseSync } from 'node:sqlite';
import type { Write } from '../document-database.ts';
import { Statements } from './statements.ts';

/** What the collections of one file share. */
export class SqliteContext {
  readonly database: DatabaseSync;
  readonly statements: Statements;

  constructor(database: DatabaseSync) {
    this.database = database;
    this.statements = new Statements(database);
  }

  /** Runs synchronous work in a transaction of its own. */
  transact<Result>(work: () => Result): Result {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has already rolled back after some errors, such as a full disk.
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** A prepared write of one file. */
export class SqliteWrite implements Write {
  readonly collection: string;
  readonly id: string;
  readonly context: SqliteContext;
  readonly run: () => void;

  constructor(collection: string, id: string, context: SqliteContext, run: () => void) {
    this.collection = collection;
    this.id = id;
    this.context = context;
    this.run = run;
  }
}
