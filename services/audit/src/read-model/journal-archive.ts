import type { DatabaseSync } from 'node:sqlite';
import { type EventEnvelope, openDurableDatabase } from '@iic/event-sourcing';
import { EffectsLost } from '@iic/messaging';
import type { DeliveredRecord, KnownJournal, MissingRange } from '../domain/check-record.ts';
import type { Incident } from '../domain/incident.ts';
import { noParties, type Parties, withParties } from '../domain/parties.ts';
import { type ArchiveStatements, prepareArchive, tables } from './archive-tables.ts';

/** What is wrong with a disputed record. */
export type IncidentKind = Incident['kind'];

/** A journal record as it was delivered. */
export interface TakenRecord {
  readonly source: string;
  readonly seq: number;
  /** Canonical JSON of the envelope, byte for byte as the source stored it. */
  readonly bytes: Uint8Array;
  /** As the source claims it. */
  readonly leaf: Uint8Array;
}

/** A record that an incident was found in. */
export interface DisputedRecord extends TakenRecord {
  /** Hex leaf hash of the delivered bytes. */
  readonly recomputedLeaf: string;
}

/** A journal record as the archive keeps it. */
export interface ArchivedRecord extends TakenRecord {
  /** The incident found in it; `null` where there was none. */
  readonly disputed: IncidentKind | null;
}

/** A page of a journal; `next` is the seq to go on after, `null` at the end. */
export interface JournalPage {
  readonly records: readonly ArchivedRecord[];
  readonly next: number | null;
}

/** How far a source's journal is archived, and what was missing when a later record came. */
export interface SourceProgress {
  readonly source: string;
  readonly lastSeq: number;
  readonly missing: readonly MissingRange[];
}

/** Every record of every service's journal, in the audit service's own file; found by case and by position. */
export class JournalArchive {
  readonly #database: DatabaseSync;
  readonly #statements: ArchiveStatements;

  private constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepareArchive(database);
  }

  /** Opens or makes the file. */
  static open(file: string): JournalArchive {
    const database = openDurableDatabase(file);
    database.exec(tables);
    const archive = new JournalArchive(database);
    archive.#collectParties();
    return archive;
  }

  /** What is archived of a source, seen from one delivered record. */
  known({ source, seq, stream, claimedLeaf, recomputedLeaf }: DeliveredRecord): KnownJournal {
    const leaf = this.#statements.leafAt.get({ source, seq })?.['leaf'];
    const leaves = [claimedLeaf, recomputedLeaf].map((hash) => Buffer.from(hash, 'hex'));
    return {
      lastSeq: this.lastSeq(source),
      leafAtSeq: leaf instanceof Uint8Array ? Buffer.from(leaf).toString('hex') : undefined,
      disputedBefore: this.#statements.disputedBefore.get(source, seq, ...leaves) !== undefined,
      lastRevision: Number(this.#statements.lastRevision.get({ source, stream })?.['revision'] ?? -1),
    };
  }

  /** Seq of the last record of a source, disputed or not; 0 before the first. */
  lastSeq(source: string): number {
    return Number(this.#statements.lastSeq.get({ source })?.['seq'] ?? 0);
  }

  /** Archives a record that was checked, with what it says of its case's parties. */
  take({ source, seq, bytes, leaf }: TakenRecord, envelope: EventEnvelope): void {
    const { correlation, stream, revision } = envelope;
    this.#atOnce(() => {
      this.#statements.insert.run(source, seq, correlation, stream, revision, bytes, leaf);
      this.#noteParties(source, envelope);
    });
  }

  /** Archives a record an incident was found in. Only one whose bytes are its source's own names parties. */
  dispute(
    { source, seq, bytes, leaf, recomputedLeaf }: DisputedRecord,
    envelope: EventEnvelope,
    kind: IncidentKind,
    missing: MissingRange | null,
  ): void {
    const { correlation, stream, revision } = envelope;
    const position = [source, seq, correlation, stream, revision] as const;
    const recomputed = Buffer.from(recomputedLeaf, 'hex');
    this.#atOnce(() => {
      this.#statements.insertDisputed.run(...position, bytes, leaf, recomputed, kind, missing?.first ?? null);
      if (isTrusted(kind)) this.#noteParties(source, envelope);
    });
  }

  /** All records of a case, disputed ones too, in no particular order. */
  recordsOfCase(caseId: string): readonly ArchivedRecord[] {
    return this.#statements.ofCase.all({ case: caseId }).map(toRecord);
  }

  /** Whom a case concerns. */
  parties(caseId: string): Parties {
    const row = this.#statements.parties.get(caseId);
    if (row === undefined) return noParties;
    return {
      leadUnit: text(row['lead_unit']),
      competentUnit: text(row['competent_unit']),
      province: text(row['province']),
      submitted: row['submitted'] === 1,
      filed: row['filed'] === 1,
    };
  }

  /** About `limit` records of one source's journal, in order; all of one seq come on the same page. */
  page(source: string, afterSeq: number, limit: number): JournalPage {
    const { page, disputedPage } = this.#statements;
    // One more than asked for, to see whether the last seq is complete and whether anything follows.
    const found = [...page.all(source, afterSeq, limit + 1), ...disputedPage.all(source, afterSeq, limit + 1)]
      .map(toRecord)
      .sort((left, right) => left.seq - right.seq);
    const last = found[limit - 1]?.seq;
    if (last === undefined) return { records: found, next: null };
    const records = found.filter(({ seq }) => seq <= last);
    return { records, next: records.length < found.length ? last : null };
  }

  /** How far every source is archived. */
  progress(): readonly SourceProgress[] {
    return this.#statements.progress.all().map((row) => ({
      source: String(row['source']),
      lastSeq: Number(row['seq']),
      missing: this.#statements.missing
        .all(String(row['source']))
        .map(({ first, last }) => ({ first: Number(first), last: Number(last) })),
    }));
  }

  close(): void {
    this.flush();
    this.#database.close();
  }

  /** An archive of an earlier release has its parties elsewhere, as any service named them. */
  #collectParties(): void {
    if (this.#statements.anyParties.get() !== undefined) return;
    this.#atOnce(() => {
      for (const { source, bytes } of this.#statements.all.iterate()) {
        if (bytes instanceof Uint8Array) this.#noteParties(String(source), parsed(bytes));
      }
    });
  }

  #noteParties(source: string, envelope: EventEnvelope): void {
    const before = this.parties(envelope.correlation);
    const after = withParties(before, source, envelope);
    if (after === before) return;
    this.#statements.saveParties.run(
      envelope.correlation,
      after.leadUnit,
      after.competentUnit,
      after.province,
      after.submitted ? 1 : 0,
      after.filed ? 1 : 0,
    );
  }

  /**
   * Makes durable what was taken since the last time. To be called before the journals are acknowledged: one
   * synced commit per record would hold up every service of the process.
   */
  flush(): void {
    if (!this.#database.isTransaction) return;
    try {
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Takes a record wholly or not at all, within the transaction that {@link flush} commits. Throws `EffectsLost` when
   * SQLite took back that transaction, as it may on a full disk: all records since the last flush have to come again.
   */
  #atOnce(work: () => void): void {
    if (!this.#database.isTransaction) this.#database.exec('BEGIN IMMEDIATE');
    this.#database.exec('SAVEPOINT record');
    try {
      work();
      this.#database.exec('RELEASE record');
    } catch (error) {
      if (!this.#database.isTransaction)
        throw new EffectsLost('The archive was rolled back.', { cause: error });
      this.#database.exec('ROLLBACK TO record; RELEASE record');
      throw error;
    }
  }
}

/** Whether the bytes are what the source first put there, even if something is wrong with where they stand. */
export function isTrusted(disputed: IncidentKind | null): boolean {
  return disputed !== 'leaf-mismatch' && disputed !== 'other-leaf';
}

function toRecord(row: Record<string, unknown>): ArchivedRecord {
  const { source, seq, bytes, leaf, kind } = row;
  if (!(bytes instanceof Uint8Array) || !(leaf instanceof Uint8Array))
    throw new Error('The archive holds a broken row.');
  return { source: String(source), seq: Number(seq), bytes, leaf, disputed: kindOf(kind) };
}

function kindOf(value: unknown): IncidentKind | null {
  return kinds.find((kind) => kind === value) ?? null;
}

const kinds: readonly IncidentKind[] = ['gap', 'other-leaf', 'leaf-mismatch', 'position-mismatch'];

function parsed(bytes: Uint8Array): EventEnvelope {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
