import type { DatabaseSync } from 'node:sqlite';
import type {
  Appended,
  EventStore,
  SealedBatch,
  SealedEvent,
  StoredEvent,
  StreamRange,
} from '../event-store.ts';
import { RevisionConflict } from '../event-store.ts';
import { followStore } from '../follow.ts';
import { LeastRecentlyUsed } from '../least-recently-used.ts';
import { withinInstant } from '../stream-range.ts';
import { WakeUp } from '../wake-up.ts';
import { type EventStatements, prepareEventStatements, toEvent } from './event-statements.ts';
import { eventTables } from './event-tables.ts';
import { openDurableDatabase } from './open-database.ts';
import { lockStore } from './store-lock.ts';

interface StreamHead {
  readonly key: number;
  revision: number;
}

interface PendingAppend {
  readonly batch: SealedBatch;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: unknown) => void;
}

type Outcome = { readonly appended: Appended } | { readonly error: unknown };

const headsRemembered = 50_000;
/** Bounds the time one transaction holds the event loop. */
const appendsPerCommit = 512;

/**
 * The embedded event store: one SQLite file, one process.
 * Appends that arrive together share one durable commit; each is checked against its stream's head before it
 * writes anything, so a conflict fails alone.
 */
export class SqliteEventStore implements EventStore {
  readonly #database: DatabaseSync;
  readonly #unlock: () => void;
  readonly #heads = new LeastRecentlyUsed<string, StreamHead>(headsRemembered);
  readonly #appended = new WakeUp();
  readonly #statements: EventStatements;
  #pending: PendingAppend[] = [];
  #flushScheduled = false;
  #lastSeq: number;
  #closed = false;

  private constructor(database: DatabaseSync, unlock: () => void) {
    this.#database = database;
    this.#unlock = unlock;
    this.#statements = prepareEventStatements(database);
    this.#lastSeq = this.#readLastSeq();
  }

  /** Opens or makes the store. Throws `StoreInUse` when another process has it. */
  static open(file: string): SqliteEventStore {
    const unlock = lockStore(file);
    try {
      const database = openDurableDatabase(file);
      database.exec(eventTables);
      return new SqliteEventStore(database, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  append(batch: SealedBatch): Promise<Appended> {
    if (this.#closed) return Promise.reject(new Error('The event store is closed.'));
    return new Promise((resolve, reject) => {
      this.#pending.push({ batch, resolve, reject });
      this.#scheduleFlush();
    });
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<readonly StoredEvent[]> {
    const head = this.#headOf(stream);
    if (head === undefined) return [];
    const statement = range.backwards ? this.#statements.streamBackwards : this.#statements.streamForwards;
    const rows = statement.all(
      head.key,
      range.from ?? 0,
      range.to ?? Number.MAX_SAFE_INTEGER,
      range.recordedUntil === undefined ? (range.limit ?? -1) : -1,
    );
    return withinInstant(rows.map(toEvent), range).slice(0, range.limit ?? rows.length);
  }

  async readAll(afterSeq: number, limit: number): Promise<readonly StoredEvent[]> {
    if (afterSeq >= this.#lastSeq) return [];
    return this.#statements.allAfter.all(afterSeq, limit).map(toEvent);
  }

  async streamBegunBy(commandId: string): Promise<string | undefined> {
    const row = this.#statements.begunBy.get(commandId);
    return row === undefined ? undefined : String(row['name']);
  }

  follow(afterSeq: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return followStore(this, afterSeq, this.#appended, signal);
  }

  async head(): Promise<number> {
    return this.#lastSeq;
  }

  /** Commits what is pending and closes the file. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    while (this.#pending.length > 0) this.#flush();
    this.#database.close();
    this.#unlock();
  }

  #scheduleFlush(): void {
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    setImmediate(() => {
      this.#flushScheduled = false;
      if (this.#pending.length > 0) this.#flush();
      if (this.#pending.length > 0) this.#scheduleFlush();
    });
  }

  #flush(): void {
    const taken = this.#pending.splice(0, appendsPerCommit);
    const outcomes = this.#commit(taken);
    taken.forEach((pending, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined && 'appended' in outcome) pending.resolve(outcome.appended);
      else pending.reject(outcome?.error);
    });
    this.#appended.ring();
  }

  /** One transaction for all; when it fails as a whole, nobody's events are in it. */
  #commit(taken: readonly PendingAppend[]): readonly Outcome[] {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const outcomes = taken.map(({ batch }) => this.#write(batch));
      this.#database.exec('COMMIT');
      return outcomes;
    } catch (error) {
      this.#forgetUncommitted();
      return taken.map(() => ({ error }));
    }
  }

  #write(batch: SealedBatch): Outcome {
    const head = this.#headOf(batch.stream);
    const actual = head?.revision ?? -1;
    if (actual !== batch.expectedRevision) return this.#repeatOrConflict(batch, head, actual);
    const first = batch.events[0];
    if (first === undefined) return { appended: { revision: actual, seq: this.#lastSeq } };
    const target = head ?? this.#createStream(batch.stream);
    for (const event of batch.events) {
      this.#statements.insert.run(
        this.#lastSeq + 1,
        target.key,
        target.revision + 1,
        event.bytes,
        event.leaf,
      );
      this.#lastSeq += 1;
      target.revision += 1;
    }
    return { appended: { revision: target.revision, seq: this.#lastSeq } };
  }

  #repeatOrConflict(batch: SealedBatch, head: StreamHead | undefined, actual: number): Outcome {
    const last = batch.expectedRevision + batch.events.length;
    if (head !== undefined && actual >= last && batch.events.length > 0) {
      const stored = this.#statements.streamForwards
        .all(head.key, batch.expectedRevision + 1, last, -1)
        .map(toEvent);
      const end = stored.at(-1);
      if (end !== undefined && sameLeaves(stored, batch.events)) {
        return { appended: { revision: last, seq: end.seq } };
      }
    }
    return { error: new RevisionConflict(batch.stream, batch.expectedRevision, actual) };
  }

  #createStream(name: string): StreamHead {
    const key = Number(this.#statements.insertStream.run(name).lastInsertRowid);
    const head = { key, revision: -1 };
    this.#heads.set(name, head);
    return head;
  }

  #headOf(stream: string): StreamHead | undefined {
    const known = this.#heads.get(stream);
    if (known !== undefined) return known;
    const row = this.#statements.head.get(stream);
    if (row === undefined) return undefined;
    const head = { key: Number(row['id']), revision: Number(row['revision']) };
    this.#heads.set(stream, head);
    return head;
  }

  #forgetUncommitted(): void {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
    this.#heads.clear();
    this.#lastSeq = this.#readLastSeq();
  }

  #readLastSeq(): number {
    return Number(this.#statements.lastSeq.get()?.['seq'] ?? 0);
  }
}

function sameLeaves(stored: readonly StoredEvent[], sealed: readonly SealedEvent[]): boolean {
  return (
    stored.length === sealed.length &&
    stored.every((event, index) => Buffer.compare(event.leaf, sealed[index]?.leaf ?? new Uint8Array()) === 0)
  );
}
