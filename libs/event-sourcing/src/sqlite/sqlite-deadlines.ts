import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { Deadline, DeadlineChange } from '../deadlines.ts';
import type { EventStore, StoredEvent } from '../event-store.ts';
import { ClockJump } from '../guarded-clock.ts';
import { WakeUp } from '../wake-up.ts';
import { openDurableDatabase } from './open-database.ts';

/** How a service keeps deadlines. */
export interface DeadlineOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Pure: what an event does to the deadlines. */
  readonly changes: (event: StoredEvent) => readonly DeadlineChange[];
  /**
   * Records the effect of a due deadline. It may be called again for the same deadline after a crash, so its
   * command id must come from `deadlineCommandId`.
   */
  readonly fire: (deadline: Deadline) => Promise<void>;
  /** Told when a firing fails; the deadline stays due and is tried again. */
  readonly failed: (deadline: Deadline, reason: unknown) => void;
  /** Told when events cannot be taken in or deadlines not looked up (a full disk, for example); it is tried again. */
  readonly followFailed: (reason: unknown) => void;
}

const pageSize = 500;
const longestSleep = 60_000;
const retryAfter = 5_000;

/**
 * Deadlines of one service, derived from its events and indexed by due time in SQLite. What fell due while the
 * process was down fires at the next start.
 */
export class SqliteDeadlines {
  readonly #database: DatabaseSync;
  readonly #options: DeadlineOptions;
  readonly #stop = new AbortController();
  readonly #changed = new WakeUp();
  #running: Promise<unknown> = Promise.resolve();

  private constructor(database: DatabaseSync, options: DeadlineOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Opens or makes the file. */
  static open(file: string, options: DeadlineOptions): SqliteDeadlines {
    const database = openDurableDatabase(file);
    database.exec(`
      CREATE TABLE IF NOT EXISTS deadlines (
        id TEXT PRIMARY KEY, due_at TEXT NOT NULL, kind TEXT NOT NULL, aggregate_id TEXT NOT NULL
      ) STRICT;
      CREATE INDEX IF NOT EXISTS deadlines_by_due_time ON deadlines (due_at);
      CREATE TABLE IF NOT EXISTS checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL) STRICT;
    `);
    return new SqliteDeadlines(database, options);
  }

  /** Drops all deadlines when they hold events after a seq, so that they are derived anew; call it before `start`. */
  async forgetBeyond(seq: number): Promise<void> {
    if (this.#checkpoint() > seq)
      this.#database.exec('BEGIN; DELETE FROM deadlines; DELETE FROM checkpoint; COMMIT');
  }

  /** Follows the store and fires what falls due, until `close`. */
  start(): void {
    this.#running = Promise.all([this.#follow(), this.#fireForEver()]);
  }

  /** Takes in every event recorded so far. */
  async catchUp(): Promise<void> {
    for (;;) {
      const page = await this.#options.store.readAll(this.#checkpoint(), pageSize);
      if (page.length === 0) return;
      this.#take(page);
    }
  }

  /** Fires everything due by the clock, earliest first. Returns how many fired. Throws `ClockJump`. */
  async runDue(): Promise<number> {
    const now = this.#options.clock.now();
    let fired = 0;
    let last = { dueAt: '', id: '' };
    for (let due = this.#due(now, last); due.length > 0; due = this.#due(now, last)) {
      for (const deadline of due) {
        if (await this.#fire(deadline)) fired += 1;
        last = deadline;
      }
    }
    return fired;
  }

  /** A page of what is due, after a deadline: those that keep failing must not starve the others. */
  #due(now: string, after: Pick<Deadline, 'dueAt' | 'id'>): readonly Deadline[] {
    return this.#database
      .prepare(
        `SELECT id, due_at, kind, aggregate_id FROM deadlines
         WHERE due_at <= ? AND (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?`,
      )
      .all(now, after.dueAt, after.id, pageSize)
      .map(toDeadline);
  }

  /** How many deadlines are pending. */
  pending(): number {
    return Number(this.#database.prepare('SELECT count(*) AS n FROM deadlines').get()?.['n'] ?? 0);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#database.close();
  }

  async #follow(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        for await (const page of this.#options.store.follow(this.#checkpoint(), this.#stop.signal)) {
          this.#take(page);
          this.#changed.ring();
        }
      } catch (reason) {
        this.#options.followFailed(reason);
        await this.#pause(retryAfter);
      }
    }
  }

  async #fireForEver(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#pause(await this.#runAndPlan());
    }
  }

  /** Sleeps until the time is over, deadlines changed, or this is closed. */
  async #pause(milliseconds: number): Promise<void> {
    const nap = new AbortController();
    const timer = setTimeout(() => nap.abort(), milliseconds);
    await this.#changed.next(AbortSignal.any([this.#stop.signal, nap.signal]));
    clearTimeout(timer);
  }

  /** Milliseconds to sleep until the next look. */
  async #runAndPlan(): Promise<number> {
    try {
      await this.runDue();
      const next = this.#database.prepare('SELECT min(due_at) AS due_at FROM deadlines').get()?.['due_at'];
      if (typeof next !== 'string') return longestSleep;
      const wait = Date.parse(next) - Date.parse(this.#options.clock.now());
      return Math.min(longestSleep, wait <= 0 ? retryAfter : wait);
    } catch (error) {
      // When the guarded clock refuses the time, its incident is reported where that is kept.
      if (!(error instanceof ClockJump)) this.#options.followFailed(error);
      return retryAfter;
    }
  }

  async #fire(deadline: Deadline): Promise<boolean> {
    try {
      await this.#options.fire(deadline);
    } catch (reason) {
      this.#options.failed(deadline, reason);
      return false;
    }
    this.#database
      .prepare('DELETE FROM deadlines WHERE id = ? AND due_at = ?')
      .run(deadline.id, deadline.dueAt);
    return true;
  }

  #take(page: readonly StoredEvent[]): void {
    const last = page.at(-1);
    if (last === undefined) return;
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const event of page) for (const change of this.#options.changes(event)) this.#apply(change);
      this.#database
        .prepare(
          'INSERT INTO checkpoint (one, seq) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET seq = excluded.seq',
        )
        .run(last.seq);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #apply(change: DeadlineChange): void {
    if ('cancel' in change) {
      this.#database.prepare('DELETE FROM deadlines WHERE id = ?').run(change.cancel);
      return;
    }
    const { id, dueAt, kind, aggregateId } = change.schedule;
    this.#database
      .prepare(
        `INSERT INTO deadlines (id, due_at, kind, aggregate_id) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, kind = excluded.kind, aggregate_id = excluded.aggregate_id`,
      )
      .run(id, dueAt, kind, aggregateId);
  }

  #checkpoint(): number {
    return Number(this.#database.prepare('SELECT seq FROM checkpoint').get()?.['seq'] ?? 0);
  }
}

function toDeadline(row: Record<string, unknown>): Deadline {
  return {
    id: String(row['id']),
    dueAt: String(row['due_at']),
    kind: String(row['kind']),
    aggregateId: String(row['aggregate_id']),
  };
}
