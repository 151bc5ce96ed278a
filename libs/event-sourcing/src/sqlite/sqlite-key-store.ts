import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { KeyShredded, type KeyStore } from '../key-store.ts';
import { openDurableDatabase } from './open-database.ts';

/** Keys in one SQLite file, apart from every log. A shredded key leaves only its subject's identifier. */
export class SqliteKeyStore implements KeyStore {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Opens or makes the file. */
  static open(file: string): SqliteKeyStore {
    const database = openDurableDatabase(file);
    database.exec(`
      PRAGMA secure_delete = ON;
      CREATE TABLE IF NOT EXISTS keys (subject TEXT PRIMARY KEY, key BLOB) STRICT;
    `);
    return new SqliteKeyStore(database);
  }

  async keyFor(subject: string): Promise<Uint8Array> {
    const row = this.#row(subject);
    if (row === undefined) return this.#create(subject);
    if (!(row['key'] instanceof Uint8Array)) throw new KeyShredded(subject);
    return row['key'];
  }

  async findKey(subject: string): Promise<Uint8Array | undefined> {
    const key = this.#row(subject)?.['key'];
    return key instanceof Uint8Array ? key : undefined;
  }

  async shred(subject: string): Promise<void> {
    this.#database
      .prepare(
        'INSERT INTO keys (subject, key) VALUES (?, NULL) ON CONFLICT (subject) DO UPDATE SET key = NULL',
      )
      .run(subject);
    // The write-ahead log must not keep the old page.
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #row(subject: string): Record<string, unknown> | undefined {
    return this.#database.prepare('SELECT key FROM keys WHERE subject = ?').get(subject);
  }

  #create(subject: string): Uint8Array {
    const key = randomBytes(32);
    this.#database.prepare('INSERT INTO keys (subject, key) VALUES (?, ?)').run(subject, key);
    return key;
  }
}
