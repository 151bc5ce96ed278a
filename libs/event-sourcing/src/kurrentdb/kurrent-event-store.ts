import { setTimeout } from 'node:timers/promises';
import { type KurrentDBClient, NO_STREAM, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import {
  type Appended,
  type EventStore,
  RevisionConflict,
  type SealedBatch,
  type StoredEvent,
  type StreamRange,
} from '../event-store.ts';
import { followStore } from '../follow.ts';
import { backoff, pause } from './backoff.ts';
import { connect, probe } from './connect.ts';
import { asStoreError, KurrentDamaged, KurrentNotOpened, KurrentUnavailable } from './kurrent-errors.ts';
import { eventData, numbered } from './kurrent-events.ts';
import { KurrentReader } from './kurrent-reader.ts';
import { type Counted, SeqIndex } from './seq-index.ts';
import { Sequencer } from './sequencer.ts';
import { within } from './within.ts';

export interface KurrentOptions {
  /** Connection string: `kurrentdb://USER:PASSWORD@HOST:2113?tls=true`. TLS and credentials are said in it. */
  readonly url: string;
  /** Name whose streams this store holds: lower-case letters, digits and hyphens. */
  readonly service: string;
  /** File of the index of seqs; it is derived from the server and may be lost. */
  readonly indexFile: string;
  /** Milliseconds to wait for an answer; 10 000 when left out. */
  readonly patienceMs?: number;
}

/**
 * The event store of one service in the KurrentDB of the province; its streams are named `<service>/<stream>`.
 * An append resolves when the server has it on disk and the sequencer has counted it.
 */
export class KurrentEventStore implements EventStore {
  readonly #client: KurrentDBClient;
  readonly #prefix: string;
  readonly #index: SeqIndex;
  readonly #reader: KurrentReader;
  readonly #sequencer: Sequencer;
  readonly #patienceMs: number;
  readonly #closing = new AbortController();

  private constructor(client: KurrentDBClient, prefix: string, index: SeqIndex, patienceMs: number) {
    this.#client = client;
    this.#prefix = prefix;
    this.#index = index;
    this.#patienceMs = patienceMs;
    this.#reader = new KurrentReader(client, prefix, patienceMs);
    this.#sequencer = new Sequencer(client, index, prefix);
  }

  /**
   * Connects, and counts what the index lacks.
   * Throws `KurrentNotOpened` for wrong settings or a server that does not answer, `StoreInUse` when another
   * process has the index, `KurrentDamaged` when the server's events and the index do not agree.
   */
  static async open({
    url,
    service,
    indexFile,
    patienceMs = 10_000,
  }: KurrentOptions): Promise<KurrentEventStore> {
    if (!/^[a-z][a-z0-9-]*$/.test(service)) {
      throw new KurrentNotOpened(
        `'${service}' cannot name a service: use lower-case letters, digits and hyphens.`,
      );
    }
    const prefix = `${service}/`;
    const client = await connect(url, prefix, patienceMs);
    const store = new KurrentEventStore(client, prefix, await openIndex(indexFile, client), patienceMs);
    try {
      await store.#catchUp();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  async append({ stream, expectedRevision, events }: SealedBatch): Promise<Appended> {
    this.#mustWork();
    const last = expectedRevision + events.length;
    if (events.length === 0) return this.#appendNothing(stream, expectedRevision);
    try {
      const appended = this.#client.appendToStream(this.#prefix + stream, events.map(eventData), {
        streamState: expectedRevision === -1 ? NO_STREAM : BigInt(expectedRevision),
        requiresLeader: true,
      });
      await within(appended, this.#patienceMs, `the append to ${stream}`);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw asStoreError(error, `the append to ${stream}`);
      const actual = typeof error.actualState === 'bigint' ? Number(error.actualState) : -1;
      if (actual < last) throw new RevisionConflict(stream, expectedRevision, actual);
    }
    const counted = await this.#counted(stream, last);
    for (const [offset, { leaf }] of events.entries()) {
      const stored = this.#index.find(stream, expectedRevision + 1 + offset);
      if (stored === undefined || Buffer.compare(stored.leaf, leaf) !== 0) {
        throw new RevisionConflict(stream, expectedRevision, this.#index.revisionOf(stream));
      }
    }
    return { revision: last, seq: counted.seq };
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<readonly StoredEvent[]> {
    const { recordedUntil, limit } = range;
    const found: StoredEvent[] = [];
    if (limit === 0) return found;
    for await (const event of this.#reader.stream(stream, range, this.#index.revisionOf(stream))) {
      const { seq } = await this.#counted(stream, event.revision);
      const stored = numbered(event, seq);
      if (recordedUntil === undefined || stored.envelope.recordedAt <= recordedUntil) found.push(stored);
      if (found.length === limit) break;
    }
    return found;
  }

  async readAll(afterSeq: number, limit: number): Promise<readonly StoredEvent[]> {
    this.#mustWork();
    const last = Math.min(this.#index.head, afterSeq + limit);
    const found: StoredEvent[] = [];
    if (last <= afterSeq) return found;
    // From the event before the first wanted: right whether the server takes a position in or not.
    const start = this.#index.at(afterSeq)?.position;
    for await (const event of this.#reader.all(start, last - afterSeq + 1)) {
      const seq = this.#index.find(event.stream, event.revision)?.seq;
      if (seq === undefined || seq <= afterSeq) continue;
      if (seq !== afterSeq + found.length + 1) break;
      found.push(numbered(event, seq));
      if (seq === last) break;
    }
    if (afterSeq + found.length < last) {
      throw new KurrentDamaged(
        `KurrentDB no longer gives event ${afterSeq + found.length + 1} of ${this.#prefix}, which it once gave. Compare it with a backup.`,
      );
    }
    return found;
  }

  async streamBegunBy(commandId: string): Promise<string | undefined> {
    return this.#index.streamBegunBy(commandId);
  }

  /** Goes on through outages: pages that cannot be read are asked for again, later and later. */
  follow(afterSeq: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    const patient = { readAll: (after: number, limit: number) => this.#readPatiently(after, limit, stop) };
    return followStore(patient, afterSeq, this.#sequencer.counted, stop);
  }

  async head(): Promise<number> {
    return this.#index.head;
  }

  /** Asks the server something small. Rejects with `KurrentUnavailable` or why the server refuses. */
  async ping(): Promise<void> {
    this.#mustWork();
    try {
      await within(probe(this.#client, this.#prefix), this.#patienceMs, 'with a sign of life');
    } catch (error) {
      throw asStoreError(error, 'a sign of life');
    }
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await this.#sequencer.close();
    await this.#client.dispose();
    this.#index.close();
  }

  async #appendNothing(stream: string, expected: number): Promise<Appended> {
    const [last] = await this.readStream(stream, { backwards: true, limit: 1 });
    const actual = last?.envelope.revision ?? -1;
    if (actual !== expected) throw new RevisionConflict(stream, expected, actual);
    return { revision: actual, seq: this.#index.head };
  }

  /** Waits until the sequencer has counted an event that the server has. */
  async #counted(stream: string, revision: number): Promise<Counted> {
    const late = AbortSignal.timeout(this.#patienceMs);
    while (true) {
      const more = this.#sequencer.counted.next(late);
      const counted = this.#index.find(stream, revision);
      if (counted !== undefined) return counted;
      this.#mustWork();
      if (late.aborted) throw new KurrentUnavailable(`with the number of event ${revision} of ${stream}`);
      await more;
    }
  }

  async #readPatiently(
    afterSeq: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[]> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        return await this.readAll(afterSeq, limit);
      } catch (error) {
        if (!(error instanceof KurrentUnavailable)) throw error;
        await pause(backoff(failures), signal);
      }
    }
    return [];
  }

  /** However long there is to count, as long as the server gives something within the patience. */
  async #catchUp(): Promise<void> {
    this.#sequencer.start();
    for (let before = -1; before < this.#sequencer.progress; ) {
      before = this.#sequencer.progress;
      if (await this.#caughtUpWithinPatience()) return;
    }
    throw new KurrentNotOpened(
      `KurrentDB gave nothing of ${this.#prefix} for ${this.#patienceMs / 1000} s after ${this.#index.head} events. ` +
        'Check that the user may read $all, and that the server is KurrentDB 24.2 or later.',
    );
  }

  async #caughtUpWithinPatience(): Promise<boolean> {
    const timer = new AbortController();
    const late = setTimeout(this.#patienceMs, false, { signal: timer.signal });
    try {
      return await Promise.race([this.#sequencer.caughtUp.then(() => true), late]);
    } finally {
      late.catch(() => undefined);
      timer.abort();
    }
  }

  #mustWork(): void {
    if (this.#sequencer.damage !== undefined) throw this.#sequencer.damage;
    if (this.#closing.signal.aborted) throw new Error('The event store is closed.');
  }
}

async function openIndex(file: string, client: KurrentDBClient): Promise<SeqIndex> {
  try {
    return SeqIndex.open(file);
  } catch (error) {
    await client.dispose();
    throw error;
  }
}
