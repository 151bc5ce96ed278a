/** Whether anything acknowledged was lost, anything doubled, anything damaged. */
import { createHash } from 'node:crypto';
import type { DiskRecord, Journals } from './stores.ts';
import type { Acknowledged } from './witness.ts';

interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly commandId: string;
  readonly correlation: string;
}

/** What every case is to have exactly once, whatever happened on its way. */
const onceInACase = [
  'ApplicationSubmitted',
  'ApplicationFiled',
  'ApplicationAccepted',
  'ApplicationApproved',
  'ProjectStarted',
  'AcceptanceRequested',
  'AcceptancePassed',
  'CenterDesignated',
  'PlaqueNumbered',
  'PlaqueAwarded',
];

/** Damage in the journals themselves: numbers, leaves, streams, commands. */
export function damage(journals: Journals): readonly string[] {
  return [...journals].flatMap(([source, records]) =>
    [
      ...outOfOrder(records),
      ...wrongLeaves(records),
      ...wrongEnvelopes(records),
      ...splitCommands(records),
    ].map((fault) => `${source}: ${fault}`),
  );
}

/** Events the platform acknowledged and does not have. */
export function lost(journals: Journals, acknowledged: readonly Acknowledged[]): readonly string[] {
  return acknowledged.flatMap(({ service, seq, eventId }) => {
    const record = journals.get(service)?.[seq - 1];
    return record !== undefined && envelopeOf(record).id === eventId
      ? []
      : [`${service} ${seq}: ${eventId} was acknowledged`];
  });
}

/** What a case does not have exactly once, and what one case has more often than another. */
export function doubled(journals: Journals, cases: readonly string[]): readonly string[] {
  const histories = cases.map((caseId) => typesOfCase(journals, caseId));
  const [reference = new Map<string, number>()] = histories;
  return histories.flatMap((history, index) => {
    const types = new Set([...history.keys(), ...reference.keys()]);
    return [
      ...onceInACase.filter((type) => history.get(type) !== 1),
      ...[...types].filter((type) => history.get(type) !== reference.get(type)),
    ].map((type) => `case ${cases[index]}: ${type} × ${history.get(type) ?? 0}`);
  });
}

/** What audit found wrong with the journals it followed. */
export function incidents(journals: Journals): readonly string[] {
  return (journals.get('audit') ?? []).map((record) => `audit: ${envelopeOf(record).type} at ${record.seq}`);
}

/** Journal records that the archive lacks or has otherwise. */
export function unarchived(journals: Journals, archive: Journals): readonly string[] {
  return [...journals].flatMap(([source, records]) => {
    const archived = archive.get(source) ?? [];
    const missing = records.filter(
      ({ bytes, leaf }, index) => !same(archived[index]?.bytes, bytes) || !same(archived[index]?.leaf, leaf),
    );
    const more = archived.length > records.length ? [`${archived.length - records.length} too many`] : [];
    return [...missing.map(({ seq }) => String(seq)), ...more].map((fault) => `${source}: ${fault}`);
  });
}

function outOfOrder(records: readonly DiskRecord[]): readonly string[] {
  const next = new Map<string, number>();
  return records.flatMap(({ seq, stream, revision }, index) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return [
      ...(seq === index + 1 ? [] : [`seq ${seq} where ${index + 1} was due`]),
      ...(revision === expected ? [] : [`revision ${revision} of ${stream} where ${expected} was due`]),
    ];
  });
}

function wrongLeaves(records: readonly DiskRecord[]): readonly string[] {
  return records.flatMap(({ seq, bytes, leaf }) => {
    const expected = createHash('sha256').update(Buffer.of(0)).update(bytes).digest();
    return expected.equals(leaf) ? [] : [`leaf ${seq} is not that of its bytes`];
  });
}

function wrongEnvelopes(records: readonly DiskRecord[]): readonly string[] {
  const ids = new Set<string>();
  return records.flatMap((record) => {
    const { id, stream, revision } = envelopeOf(record);
    const again = ids.has(id);
    ids.add(id);
    const misplaced = stream !== record.stream || revision !== record.revision;
    return again || misplaced ? [`event ${id} at ${record.seq} is repeated or misplaced`] : [];
  });
}

/** Events of a command for a stream are recorded together, so they stand together. */
function splitCommands(records: readonly DiskRecord[]): readonly string[] {
  const last = new Map<string, number>();
  return records.flatMap((record) => {
    const { commandId, stream, revision } = envelopeOf(record);
    const key = `${stream} ${commandId}`;
    const before = last.get(key);
    last.set(key, revision);
    return before === undefined || before === revision - 1
      ? []
      : [`command ${commandId} ran again on ${stream}`];
  });
}

function typesOfCase(journals: Journals, caseId: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const envelopes = [...journals]
    .filter(([source]) => !source.endsWith('-security'))
    .flatMap(([, records]) => records.map(envelopeOf));
  for (const { type, correlation } of envelopes) {
    if (correlation === caseId) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

function envelopeOf({ bytes }: DiskRecord): Envelope {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

function same(left: Uint8Array | undefined, right: Uint8Array): boolean {
  return left !== undefined && Buffer.compare(left, right) === 0;
}
