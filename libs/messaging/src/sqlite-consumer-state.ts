import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Instant, openNamed } from '@iic/event-sourcing';
import type {
  Admission,
  ConsumerState,
  Discard,
  DiscardedMessage,
  HeldCounts,
  HeldMessage,
  HeldQuery,
  Hold,
} from './consumer-state.ts';
import { encodeDelivery } from './delivery-codec.ts';
import type { Delivery } from './message.ts';
import { integerOf, isOf, optionalTextOf, toDiscarded, toHeld } from './sqlite-rows.ts';
import { consumerStateSchema, statements } from './sqlite-schema.ts';

type StatementName = keyof typeof statements;

/**
 * Consumer state in one SQLite file, for the groups of one process. Commits are ordered (WAL) but not synced
 * one by one: a power cut may bring back an older state as a whole, and messages come again.
 */
export class SqliteConsumerState implements ConsumerState {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<StatementName, StatementSync>();
  /** Groups known to keep, or to have discarded, nothing: their messages pass without a query. */
  readonly #holdNothing = new Set<string>();
  readonly #discardedNothing = new Set<string>();
  /** Whether a kept message may still be lost by a power cut; at first somebody else may have left one. */
  #unsynced = true;

  /** @param path of the file, made with its folder when absent; `:memory:` for tests */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#database = openNamed(path, { timeout: 5000 }, (database) => {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      database.exec(consumerStateSchema);
    });
  }

  async checkpoint(group: string, feed: string): Promise<number> {
    const row = this.#statement('checkpoint').get(group, feed);
    return row === undefined ? 0 : integerOf(row, 'seq');
  }

  async saveCheckpoint(
    group: string,
    feed: string,
    seq: number,
    durability: 'ordered' | 'synced' = 'ordered',
  ): Promise<void> {
    const save = () => this.#statement('saveCheckpoint').run(group, feed, seq);
    if (durability === 'ordered' || !this.#unsynced) {
      save();
      return;
    }
    this.#synced(save);
    this.#unsynced = false;
  }

  async rewind(group: string, feed: string, seq: number): Promise<number> {
    return this.#synced(() => {
      const held = this.#statement('forgetHeldAfter').run(group, feed, seq).changes;
      const discarded = this.#statement('forgetDiscardedAfter').run(group, feed, seq).changes;
      this.#statement('saveCheckpoint').run(group, feed, seq);
      return Number(held) + Number(discarded);
    });
  }

  async admission(group: string, delivery: Delivery): Promise<Admission> {
    const { feed, seq, key, stream } = delivery;
    if (this.#hasDiscarded(group)) {
      const discarded = this.#statement('discardedAt').get(group, feed, seq);
      if (discarded !== undefined && isOf(discarded, delivery)) return 'discarded';
    }
    if (!this.#holds(group)) return 'free';
    const held = this.#statement('heldAt').get(group, feed, seq);
    if (held !== undefined && isOf(held, delivery)) return 'held';
    if (held !== undefined) this.#statement('forgetHeldAt').run(group, feed, seq);
    const row = this.#statement('isBlocked').get({ grp: group, key, feed, stream, seq });
    return row !== undefined && integerOf(row, 'found') === 1 ? 'blocked' : 'free';
  }

  async hold(group: string, delivery: Delivery, hold: Hold, at: Instant): Promise<number> {
    const { feed, seq, key, stream } = delivery;
    this.#holdNothing.delete(group);
    this.#unsynced = true;
    const row = this.#statement('hold').get({
      grp: group,
      feed,
      seq,
      key,
      stream,
      status: hold.status,
      subject: hold.status === 'waiting' ? hold.subject : null,
      reason: hold.status === 'parked' ? hold.reason : null,
      attempts: hold.status === 'parked' ? hold.attempts : 0,
      since: at,
      delivery: encodeDelivery(delivery),
    });
    if (row === undefined) throw new Error('The consumer state did not keep the message.');
    return integerOf(row, 'ordinal');
  }

  async remove(group: string, ordinal: number): Promise<void> {
    this.#statement('remove').run(group, ordinal);
  }

  async wake(group: string, subject: string): Promise<number> {
    if (this.#holdNothing.has(group)) return 0;
    const woken = Number(this.#statement('wake').run(group, subject).changes);
    if (woken > 0) this.#unsynced = true;
    return woken;
  }

  async wakeBefore(group: string, instant: Instant): Promise<number> {
    return Number(this.#statement('wakeBefore').run(group, instant).changes);
  }

  async isRunnable(group: string, ordinal: number): Promise<boolean> {
    return this.#statement('isRunnable').get({ grp: group, ordinal }) !== undefined;
  }

  async findRunnable(group: string): Promise<HeldMessage | undefined> {
    const row = this.#statement('findRunnable').get({ grp: group });
    return row === undefined ? undefined : toHeld(row);
  }

  async find(group: string, ordinal: number): Promise<HeldMessage | undefined> {
    const row = this.#statement('find').get(group, ordinal);
    return row === undefined ? undefined : toHeld(row);
  }

  async list(group: string, { status, after, limit }: HeldQuery): Promise<readonly HeldMessage[]> {
    const rows = this.#statement('list').all({
      grp: group,
      status: status ?? null,
      after: after ?? 0,
      limit,
    });
    return rows.map(toHeld);
  }

  async counts(group: string): Promise<HeldCounts> {
    const row = this.#statement('counts').get(group) ?? {};
    return {
      waiting: integerOf(row, 'waiting'),
      parked: integerOf(row, 'parked'),
      behind: integerOf(row, 'behind'),
      oldestWaiting: optionalTextOf(row, 'oldestWaiting'),
    };
  }

  async discard(group: string, ordinal: number, { reason, by, at }: Discard): Promise<boolean> {
    this.#discardedNothing.delete(group);
    return this.#synced(() => {
      const moved = this.#statement('discard').run(reason, by, at, group, ordinal).changes;
      this.#statement('remove').run(group, ordinal);
      return moved === 1;
    });
  }

  async discarded(
    group: string,
    { after, limit }: Omit<HeldQuery, 'status'>,
  ): Promise<readonly DiscardedMessage[]> {
    return this.#statement('discarded')
      .all(group, after ?? 0, limit)
      .map(toDiscarded);
  }

  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  #statement(name: StatementName): StatementSync {
    let statement = this.#prepared.get(name);
    if (statement === undefined) {
      statement = this.#database.prepare(statements[name]);
      this.#prepared.set(name, statement);
    }
    return statement;
  }

  #holds(group: string): boolean {
    if (this.#holdNothing.has(group)) return false;
    if (this.#statement('holdsAny').get(group) !== undefined) return true;
    this.#holdNothing.add(group);
    return false;
  }

  #hasDiscarded(group: string): boolean {
    if (this.#discardedNothing.has(group)) return false;
    if (this.#statement('discarded').get(group, 0, 1) !== undefined) return true;
    this.#discardedNothing.add(group);
    return false;
  }

  /** What survives a power cut once it is acknowledged, and is done wholly or not at all: the write-ahead log is synced up to here. */
  #synced<T>(act: () => T): T {
    this.#database.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE;');
    try {
      const result = act();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#database.exec('PRAGMA synchronous = NORMAL');
    }
  }
}
