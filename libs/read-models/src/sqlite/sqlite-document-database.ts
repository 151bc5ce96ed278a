import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openNamed } from '@iic/event-sourcing';
import type { Collection } from '../collection.ts';
import type { CollectionSpec } from '../collection-spec.ts';
import { CollectionChanged, type DocumentDatabase, type Write } from '../document-database.ts';
import { type Layout, layoutOf } from '../layout.ts';
import { SqliteCollection } from './sqlite-collection.ts';
import { SqliteContext, SqliteWrite } from './sqlite-context.ts';
import { TableWriter } from './table-writer.ts';
import { createStatements, dropStatements } from './tables.ts';

/** Where a document database lies and how hard it holds what it acknowledged. */
export interface SqliteDocumentOptions {
  /** File path (folders are made), or `:memory:`. */
  readonly path: string;
  /**
   * False (default): a power cut may undo the last commits, whole ones only; right for what can be rebuilt
   * from events, because the checkpoint goes back with the documents. True: every commit is synced.
   */
  readonly durable?: boolean;
}

const openingStatements = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA cache_size = -16384',
  'PRAGMA temp_store = MEMORY',
  'PRAGMA wal_autocheckpoint = 8000',
  'PRAGMA journal_size_limit = 67108864',
  'CREATE TABLE IF NOT EXISTS collections (name TEXT, version INTEGER, layout TEXT NOT NULL, PRIMARY KEY (name, version))',
];

/** The document database port on node:sqlite: one file in WAL mode, tables per collection version. */
export class SqliteDocumentDatabase implements DocumentDatabase {
  readonly #context: SqliteContext;

  constructor(options: SqliteDocumentOptions) {
    if (options.path !== ':memory:') mkdirSync(dirname(options.path), { recursive: true });
    const database = openNamed(options.path, { timeout: 5000 }, (opened) => {
      for (const statement of openingStatements) opened.exec(statement);
      opened.exec(`PRAGMA synchronous = ${options.durable === true ? 'FULL' : 'NORMAL'}`);
    });
    this.#context = new SqliteContext(database);
  }

  collection<Doc, Field extends string, Sort extends string>(
    spec: CollectionSpec<Doc, Field, Sort>,
  ): Collection<Doc, Field, Sort> {
    const layout = layoutOf<Doc>(spec);
    this.#ensure<Doc>(spec, layout);
    const writer = new TableWriter<Doc>(spec, layout, this.#context.statements);
    return new SqliteCollection<Doc, Field, Sort>(spec, layout, this.#context, writer);
  }

  async commit(writes: readonly Write[]): Promise<void> {
    this.#context.transact(() => {
      for (const write of writes) {
        if (!(write instanceof SqliteWrite) || write.context !== this.#context) {
          throw new TypeError(`The write to ${write.collection} was prepared by another database.`);
        }
        write.run();
      }
    });
  }

  async versionsOf(name: string): Promise<readonly number[]> {
    return this.#context.statements
      .prepare('SELECT version FROM collections WHERE name = ? ORDER BY version')
      .all(name)
      .map((row) => Number(row['version']));
  }

  async drop(name: string, version: number): Promise<void> {
    const layout = this.#storedLayout(name, version);
    if (layout === undefined) return;
    this.#context.transact(() => {
      for (const statement of dropStatements(layout)) this.#context.database.exec(statement);
      this.#context.statements
        .prepare('DELETE FROM collections WHERE name = ? AND version = ?')
        .run(name, version);
    });
  }

  async close(): Promise<void> {
    if (this.#context.database.isOpen) this.#context.database.close();
  }

  #ensure<Doc>(spec: CollectionSpec<Doc>, layout: Layout): void {
    this.#context.transact(() => {
      const stored = this.#storedLayout(spec.name, spec.version);
      if (stored?.fingerprint === layout.fingerprint) return;
      if (stored !== undefined) throw new CollectionChanged(layout.label);
      for (const statement of createStatements(spec)) this.#context.database.exec(statement);
      this.#context.statements
        .prepare('INSERT INTO collections (name, version, layout) VALUES (?, ?, ?)')
        .run(spec.name, spec.version, JSON.stringify(layout));
    });
  }

  #storedLayout(name: string, version: number): Layout | undefined {
    const row = this.#context.statements
      .prepare('SELECT layout FROM collections WHERE name = ? AND version = ?')
      .get(name, version);
    return row === undefined ? undefined : JSON.parse(String(row['layout']));
  }
}
