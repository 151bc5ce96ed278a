import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type EventEnvelope, openDurableDatabase } from '@iic/event-sourcing';
import type { KnownJournal } from '../domain/check-record.ts';
import { noParties, type Parties, withParties } from '../domain/parties.ts';

/** A journal record as the archive keeps it. */
export interface ArchivedRecord {
  readonly source: string;
  readonly seq: number;
  /** Canonical JSON of the envelope, byte for byte as the source stored it. */
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
}

/** How far a source's journal is archived. */
export interface SourceProgress {
  readonly source: string;
  readonly lastSeq: number;
}

/** Every record of every service's journal, in the audit service's own file; found by case and by position. */
export class JournalArchive {
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;

  private constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepare(database);
  }

  /** Opens or makes the file. */
  static open(file: string): JournalArchive {
    const database = openDurableDatabase(file);
    database.exec(tables);
    return new JournalArchive(database);
  }

  /** What is archived of a source, seen from one delivered record. */
  known(source: string, seq: number, stream: string): KnownJournal {
    const leaf = this.#statements.leafAt.get(source, seq)?.['leaf'];
    return {
      lastSeq: Number(this.#statements.lastSeq.get(source)?.['seq'] ?? 0),
      leafAtSeq: leaf instanceof Uint8Array ? Buffer.from(leaf).toString('hex') : undefined,
      lastRevision: Number(this.#statements.lastRevision.get(source, stream)?.['revision'] ?? -1),
    };
  }

  /** Archives a record that was checked, with what it says of its case's parties. */
  take({ source, seq, bytes, leaf }: ArchivedRecord, envelope: EventEnvelope): void {
    const { correlation, stream, revision, type, data } = envelope;
    const before = this.parties(correlation);
    const after = withParties(before, type, data);
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      this.#statements.insert.run(source, seq, correlation, stream, revision, bytes, leaf);
      this.#statements.saveParties.run(
        correlation,
        after.leadUnit,
        after.competentUnit,
        after.province,
        after.filed ? 1 : 0,
      );
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** All records of a case, in no particular order. */
  recordsOfCase(caseId: string): readonly ArchivedRecord[] {
    return this.#statements.ofCase.all(caseId).map(toRecord);
  }

  /** Whom a case concerns. */
  parties(caseId: string): Parties {
    const row = this.#statements.parties.get(caseId);
    if (row === undefined) return noParties;
    return {
      leadUnit: text(row['lead_unit']),
      competentUnit: text(row['competent_unit']),
      province: text(row['province']),
      filed: row['filed'] === 1,
    };
  }

  /** A page of one source's journal, in order. */
  page(source: string, afterSeq: number, limit: number): readonly ArchivedRecord[] {
    return this.#statements.page.all(source, afterSeq, limit).map(toRecord);
  }

  /** How far every source is archived. */
  progress(): readonly SourceProgress[] {
    return this.#statements.progress
      .all()
      .map((row) => ({ source: String(row['source']), lastSeq: Number(row['seq']) }));
  }

  close(): void {
    this.#database.close();
  }
}

const tables = `
  CREATE TABLE IF NOT EXISTS records (
    source TEXT NOT NULL, seq INTEGER NOT NULL, case_id TEXT NOT NULL, stream TEXT NOT NULL,
    revision INTEGER NOT NULL, bytes BLOB NOT NULL, leaf BLOB NOT NULL,
    PRIMARY KEY (source, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS records_by_case ON records (case_id);
  CREATE UNIQUE INDEX IF NOT EXISTS records_by_stream ON records (source, stream, revision);
  CREATE TABLE IF NOT EXISTS cases (
    case_id TEXT PRIMARY KEY, lead_unit TEXT, competent_unit TEXT, province TEXT, filed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS records_keep_content BEFORE UPDATE ON records
  BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS records_stay BEFORE DELETE ON records
  BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
`;

function prepare(
  database: DatabaseSync,
): Readonly<
  Record<
    | 'leafAt'
    | 'lastSeq'
    | 'lastRevision'
    | 'insert'
    | 'saveParties'
    | 'parties'
    | 'ofCase'
    | 'page'
    | 'progress',
    StatementSync
  >
> {
  return {
    leafAt: database.prepare('SELECT leaf FROM records WHERE source = ? AND seq = ?'),
    lastSeq: database.prepare('SELECT max(seq) AS seq FROM records WHERE source = ?'),
    lastRevision: database.prepare(
      'SELECT max(revision) AS revision FROM records WHERE source = ? AND stream = ?',
    ),
    insert: database.prepare(
      'INSERT INTO records (source, seq, case_id, stream, revision, bytes, leaf) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    saveParties: database.prepare(
      `INSERT INTO cases (case_id, lead_unit, competent_unit, province, filed) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (case_id) DO UPDATE
       SET lead_unit = excluded.lead_unit, competent_unit = excluded.competent_unit,
           province = excluded.province, filed = excluded.filed`,
    ),
    parties: database.prepare(
      'SELECT lead_unit, competent_unit, province, filed FROM cases WHERE case_id = ?',
    ),
    ofCase: database.prepare('SELECT source, seq, bytes, leaf FROM records WHERE case_id = ?'),
    page: database.prepare(
      'SELECT source, seq, bytes, leaf FROM records WHERE source = ? AND seq > ? ORDER BY seq LIMIT ?',
    ),
    progress: database.prepare('SELECT source, max(seq) AS seq FROM records GROUP BY source ORDER BY source'),
  };
}

function toRecord(row: Record<string, unknown>): ArchivedRecord {
  const { source, seq, bytes, leaf } = row;
  if (!(bytes instanceof Uint8Array) || !(leaf instanceof Uint8Array))
    throw new Error('The archive holds a broken row.');
  return { source: String(source), seq: Number(seq), bytes, leaf };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
