/** The checks after the crashes would notice. */
import { createHash } from 'node:crypto';
import { damage, doubled, lost, unarchived } from './check-stores.ts';
import type { DiskRecord } from './stores.ts';

function record(seq: number, revision: number, changes: object = {}): DiskRecord {
  const envelope = {
    id: `id-${seq}`,
    type: 'ApplicationFiled',
    stream: 'application-a',
    revision,
    commandId: `command-${seq}`,
    correlation: 'a',
    ...changes,
  };
  const bytes = Buffer.from(JSON.stringify(envelope));
  const leaf = createHash('sha256').update(Buffer.of(0)).update(bytes).digest();
  return { seq, stream: 'application-a', revision, bytes, leaf };
}

const journal = (...records: readonly DiskRecord[]) => new Map([['intake', records]]);
const first = record(1, 0);
const second = record(2, 1);

describe('the checks of the stores', () => {
  it('find nothing wrong with what is right', () => {
    expect(damage(journal(first, second))).toEqual([]);
    expect(lost(journal(first), [{ service: 'intake', seq: 1, eventId: 'id-1' }])).toEqual([]);
    expect(unarchived(journal(first), journal(first))).toEqual([]);
  });

  it.each([
    ['a gap in the numbers', journal(first, record(3, 1))],
    ['a gap in a stream', journal(first, record(2, 2))],
    ['other bytes', journal({ ...first, bytes: Buffer.from('{"id":"x"}') })],
    ['an event twice', journal(first, record(2, 1, { id: 'id-1' }))],
    ['a command that ran again', journal(first, second, record(3, 2, { commandId: 'command-1' }))],
  ])('notice %s', (_what, journals) => {
    expect(damage(journals)).not.toEqual([]);
  });

  it('notice what was acknowledged and is not there, or is another event', () => {
    expect(lost(journal(first), [{ service: 'intake', seq: 2, eventId: 'id-2' }])).toHaveLength(1);
    expect(lost(journal(first), [{ service: 'intake', seq: 1, eventId: 'id-2' }])).toHaveLength(1);
  });

  it('notice what a case has twice, or never', () => {
    const faults = doubled(journal(first, second), ['a']);
    expect(faults).toContain('case a: ApplicationFiled × 2');
    expect(faults).toContain('case a: PlaqueAwarded × 0');
  });

  it('notice what the archive lacks, has otherwise, or made up', () => {
    expect(unarchived(journal(first, second), journal(first))).toEqual(['intake: 2']);
    expect(unarchived(journal(first), journal(record(1, 0, { type: 'Other' })))).toEqual(['intake: 1']);
    expect(unarchived(journal(first), journal(first, second))).toEqual(['intake: 1 too many']);
  });
});
