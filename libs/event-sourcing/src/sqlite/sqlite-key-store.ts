import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { CopyableKeyStore, KeptKey } from '../copyable-key-store.ts';
import { KeyShredded } from '../key-store.ts';
import { openDurableDatabase } from './open-database.ts';

/** Keys in one SQLite file, apart from every log. A shredded key leaves only its subject's identifier. */
export class SqliteKeyStore implements CopyableKeyStore {
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

  async isShredded(subject: string): Promise<boolean> {
    const row = this.#row(subject);
    return row !== undefined && row['key'] === null;
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

  async count(): Promise<number> {
    return Number(this.#database.prepare('SELECT count(*) AS subjects FROM keys').get()?.['subjects']);
  }

  async list(after: string, limit: number): Promise<readonly KeptKey[]> {
    return this.#database
      .prepare('SELECT subject, key FROM keys WHERE subject > ? ORDER BY subject LIMIT ?')
      .all(after, limit)
      .map(toKept);
  }

  async find(subjects: readonly string[]): Promise<readonly KeptKey[]> {
    return this.#database
      .prepare('SELECT subject, key FROM keys WHERE subject IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(subjects))
      .map(toKept);
  }

  async adopt(kept: readonly KeptKey[]): Promise<void> {
    const insert = this.#database.prepare('INSERT INTO keys (subject, key) VALUES (?, ?)');
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const { subject, key } of kept) insert.run(subject, key);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
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

function toKept({ subject, key }: Record<string, unknown>): KeptKey {
  return { subject: String(subject), key: key instanceof Uint8Array ? key : null };
}
