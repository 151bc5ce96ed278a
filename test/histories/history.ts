/** Recorded histories: what earlier releases wrote, byte for byte, which every later release must still read. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EventEnvelope, SqliteEventStore, type StoredEvent } from '@iic/event-sourcing';

const folder = dirname(fileURLToPath(import.meta.url));

/** One record of a service's log. */
export interface HistoryRecord {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
}

/** The logs of all services, by service. */
export type History = ReadonlyMap<string, readonly HistoryRecord[]>;

/** Releases whose histories are kept. */
export const recordedReleases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Reads the history of a release: a file of JSON lines for each service, `bytes` in base64, `leaf` in hex. */
export function readHistory(release: string): History {
  const files = readdirSync(join(folder, release)).filter((name) => name.endsWith('.jsonl'));
  return new Map(
    files.map((name) => {
      const lines = readFileSync(join(folder, release, name), 'utf8')
        .trimEnd()
        .split('\n');
      return [name.replace(/\.jsonl$/, ''), lines.map(parseLine)];
    }),
  );
}

/** Keeps the logs of services as the history of a release. */
export function writeHistory(release: string, service: string, events: readonly StoredEvent[]): void {
  mkdirSync(join(folder, release), { recursive: true });
  const lines = events.map(({ seq, bytes, leaf }) =>
    JSON.stringify({ seq, bytes: toBase64(bytes), leaf: Buffer.from(leaf).toString('hex') }),
  );
  writeFileSync(join(folder, release, `${service}.jsonl`), `${lines.join('\n')}\n`);
}

/** The state that a release's history led to when it was recorded. */
export function readState(release: string): Readonly<Record<string, object>> {
  return JSON.parse(readFileSync(join(folder, release, 'state.json'), 'utf8'));
}

/** Keeps the state a history leads to. */
export function writeState(release: string, state: unknown): void {
  writeFileSync(join(folder, release, 'state.json'), `${JSON.stringify(state, null, 1)}\n`);
}

/** Writes a history into the stores of a folder of data. Personal data is as if its keys were destroyed. */
export async function layDown(history: History, data: string): Promise<void> {
  for (const [service, records] of history) {
    const store = SqliteEventStore.open(join(data, service, 'events.sqlite'));
    for (const { bytes, leaf } of records) {
      const envelope = envelopeOf({ bytes });
      const { stream, revision } = envelope;
      await store.append({ stream, expectedRevision: revision - 1, events: [{ envelope, bytes, leaf }] });
    }
    await store.close();
  }
}

/** The envelope that bytes hold. */
export function envelopeOf({ bytes }: Pick<HistoryRecord, 'bytes'>): EventEnvelope {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

function parseLine(line: string): HistoryRecord {
  const { seq, bytes, leaf } = JSON.parse(line);
  return { seq, bytes: Buffer.from(bytes, 'base64'), leaf: Buffer.from(leaf, 'hex') };
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
