import type { EventEnvelope } from '../envelope.ts';
import type { SealedBatch } from '../event-store.ts';
import { randomSalt, uuidV7 } from '../random.ts';
import { sealEvent } from '../sealing.ts';

/** An envelope with believable members; name those that matter. */
export function sampleEnvelope(members: Partial<EventEnvelope> = {}): EventEnvelope {
  return {
    envelope: 1,
    id: uuidV7(),
    type: 'SampleRecorded',
    schemaVersion: 1,
    stream: 'sample-1',
    revision: 0,
    recordedAt: '2026-03-02T01:00:00.000Z',
    effectiveAt: '2026-03-02T01:00:00.000Z',
    actor: { subject: 'sub-1', organisation: 'org-1', role: 'lead-unit', jurisdiction: '220000' },
    commandId: uuidV7(),
    fingerprint: '0'.repeat(64),
    correlation: 'case-1',
    causation: null,
    policy: null,
    evidence: [],
    data: {},
    encrypted: null,
    salt: randomSalt(),
    ...members,
  };
}

/** A batch of `count` sample events for a stream that is at `expectedRevision`. */
export function sampleBatch(
  stream: string,
  expectedRevision: number,
  count = 1,
  members: Partial<EventEnvelope> = {},
): SealedBatch {
  const events = Array.from({ length: count }, (_, index) =>
    sealEvent(sampleEnvelope({ ...members, stream, revision: expectedRevision + 1 + index })),
  );
  return { stream, expectedRevision, events };
}
