/** The follower before a journal that does not hold: whatever is wrong with a record, the next is followed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, type EventEnvelope } from '@iic/event-sourcing';
import { leafHash } from '@iic/ledger';
import { done, type JournalRecord } from '@iic/messaging';
import { type Platform, readSettings, startPlatform } from '@iic/service-kit';
import { audit } from '../index.ts';
import { JournalArchive } from '../read-model/journal-archive.ts';
import { JournalFollower } from './journal-follower.ts';

const folder = mkdtempSync(join(tmpdir(), 'iic-audit-'));
let platform: Platform;
let archive: JournalArchive;
let archives = 0;

beforeAll(async () => {
  const settings = { IIC_DATA: folder, IIC_DEV_ISSUER: '1', PORT: '0', IIC_LOG_LEVEL: 'silent' };
  platform = await startPlatform([audit], readSettings(settings));
});

beforeEach(() => {
  archives += 1;
  archive = JournalArchive.open(join(folder, `archive-${archives}.sqlite`));
});

afterEach(() => archive.close());

afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each test has a source of its own, since all record their incidents in one store. */
function record(source: string, seq: number, change: Partial<EventEnvelope> = {}): JournalRecord {
  const envelope: EventEnvelope = {
    envelope: 1,
    id: `${source}-${seq}`,
    type: 'Noted',
    schemaVersion: 1,
    stream: 'application-case-1',
    revision: seq - 1,
    commandId: `c-${seq}`,
    fingerprint: 'f',
    salt: 's',
    correlation: 'case-1',
    causation: null,
    actor: { subject: 'p', organisation: 'o', role: 'lead-unit', jurisdiction: '220000' },
    recordedAt: '2026-03-02T00:00:00.000Z',
    effectiveAt: '2026-03-02T00:00:00.000Z',
    policy: null,
    evidence: [],
    encrypted: null,
    data: {},
    ...change,
  };
  const bytes = Buffer.from(canonicalJson(envelope));
  return { source, seq, bytes, leaf: leafHash(bytes), envelope };
}

async function follow(...records: readonly JournalRecord[]): Promise<void> {
  const [service] = platform.services;
  if (service === undefined) throw new Error('Audit is not running.');
  const follower = new JournalFollower(archive, service.runtime.commands);
  for (const each of records) expect(await follower.take(each)).toEqual(done());
}

async function incidents(source: string): Promise<readonly unknown[]> {
  const events = (await platform.services[0]?.runtime.store.readAll(0, 1_000)) ?? [];
  return events.map(({ envelope }) => envelope.data).filter((data) => data['source'] === source);
}

function archived(source: string) {
  return archive.page(source, 0, 100).records.map(({ seq, disputed }) => [seq, disputed]);
}

describe('after an incident', () => {
  it('a gap is on record once, and the journal goes on from the delivered record', async () => {
    const late = record('gap', 4);
    await follow(record('gap', 1), late, late, record('gap', 5), record('gap', 6));
    expect(await incidents('gap')).toMatchObject([{ seq: 4, kind: 'gap' }]);
    expect(archived('gap')).toEqual([
      [1, null],
      [4, 'gap'],
      [5, null],
      [6, null],
    ]);
    expect(archive.progress()).toEqual([{ source: 'gap', lastSeq: 6, missing: [{ first: 2, last: 3 }] }]);
  });

  it('altered bytes are kept beside what follows', async () => {
    const altered = { ...record('altered', 2), leaf: Buffer.alloc(32, 7) };
    await follow(record('altered', 1), altered, altered, record('altered', 3));
    expect(await incidents('altered')).toMatchObject([{ seq: 2, kind: 'leaf-mismatch' }]);
    expect(archived('altered')).toEqual([
      [1, null],
      [2, 'leaf-mismatch'],
      [3, null],
    ]);
  });

  it('another leaf under a known seq is kept beside the first', async () => {
    const other = record('other', 1, { data: { changed: true } });
    await follow(record('other', 1), record('other', 2), other, other, record('other', 3));
    expect(await incidents('other')).toMatchObject([{ seq: 1, kind: 'other-leaf' }]);
    expect(archived('other')).toEqual([
      [1, null],
      [1, 'other-leaf'],
      [2, null],
      [3, null],
    ]);
    expect(archive.page('other', 0, 1)).toMatchObject({ records: [{ seq: 1 }, { seq: 1 }], next: 1 });
    expect(archive.page('other', 1, 2)).toMatchObject({ records: [{ seq: 2 }, { seq: 3 }], next: null });
  });

  it('a stream that skips or repeats a revision is followed further', async () => {
    const skipping = record('skip', 2, { revision: 4 });
    const again = record('skip', 3, { revision: 0 });
    await follow(record('skip', 1), skipping, again, record('skip', 4, { revision: 5 }));
    expect(await incidents('skip')).toMatchObject([
      { seq: 2, kind: 'position-mismatch' },
      { seq: 3, kind: 'position-mismatch' },
    ]);
    expect(archived('skip').at(-1)).toEqual([4, null]);
  });

  it('parties are believed of a record after a gap, and not of altered bytes', async () => {
    const drafted = record('intake', 2, { type: 'ApplicationDrafted', data: { leadUnit: 'org-a' } });
    const forged = record('intake', 3, { type: 'ApplicationSubmitted', data: { leadUnit: 'org-b' } });
    await follow(drafted, { ...forged, leaf: Buffer.alloc(32, 7) });
    expect(archive.parties('case-1')).toMatchObject({ leadUnit: 'org-a', submitted: false });
  });
});
