import {
  type EventEnvelope,
  type JsonObject,
  randomSalt,
  type SealedBatch,
  sealEvent,
  systemClock,
  uuidV7,
} from '@iic/event-sourcing';

const actor = {
  jurisdiction: '220100',
  organisation: 'org-lead-1',
  role: 'lead-unit',
  subject: '0b7f6d0e-9d0c-4a53-8ec8-0f6f2b8f6a11',
};
const hash = 'f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** A complete envelope around data, as a command handler would make it. */
export function envelopeOf(
  stream: string,
  revision: number,
  data: JsonObject,
  now = systemClock.now(),
): EventEnvelope {
  return {
    actor,
    causation: null,
    commandId: hash,
    correlation: stream,
    data,
    effectiveAt: now,
    encrypted: null,
    envelope: 1,
    evidence: [],
    fingerprint: hash,
    id: uuidV7(),
    policy: null,
    recordedAt: now,
    revision,
    salt: randomSalt(),
    schemaVersion: 1,
    stream,
    type: 'ProgressReported',
  };
}

/** Seals events with everything an append costs in our store: envelope, canonical bytes, leaf hash. */
export function sealedBatch(
  stream: string,
  expectedRevision: number,
  events: readonly object[],
): SealedBatch {
  const now = systemClock.now();
  return {
    stream,
    expectedRevision,
    events: events.map((data, index) =>
      sealEvent(envelopeOf(stream, expectedRevision + 1 + index, { ...data }, now)),
    ),
  };
}
