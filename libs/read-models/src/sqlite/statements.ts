import type { DatabaseSync, StatementSync } from 'node:sqlite';

const maxKept = 200;

/** Prepared statements by their text; the oldest go when there are too many. */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #kept = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(text: string): StatementSync {
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(text);
    this.#kept.set(text, statement);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept && oldest !== undefined) this.#kept.delete(oldest);
    return statement;
  }
}
