import { sampleBatch } from '@iic/event-sourcing/testing';
import {
  type JournalDelivery,
  journalDelivery,
  type Message,
  type MessageDelivery,
  messageDelivery,
} from '../message.ts';

/** A delivery with believable members; name those that matter. The id derives from source and seq. */
export function sampleDelivery(members: Partial<Message> = {}): MessageDelivery {
  const source = members.source ?? 'alpha';
  const seq = members.seq ?? 1;
  return messageDelivery('integration', {
    id: `${source}-${seq}`,
    source,
    type: 'AlphaNoted',
    version: 1,
    seq,
    key: 'case-1',
    stream: 'alpha-1',
    revision: 0,
    recordedAt: '2026-03-02T01:00:00.000Z',
    effectiveAt: '2026-03-02T01:00:00.000Z',
    causation: null,
    actor: { organisation: 'org-1', role: 'lead-unit' },
    data: { text: 'noted' },
    ...members,
  });
}

/** A journal record whose bytes hold more than ASCII. */
export function sampleJournalDelivery(source: string, seq: number): JournalDelivery {
  const [event] = sampleBatch('alpha-1', seq - 2, 1, { data: { text: '产业创新中心' } }).events;
  if (event === undefined) throw new Error('A batch of one has an event.');
  return journalDelivery({ source, seq, ...event });
}
