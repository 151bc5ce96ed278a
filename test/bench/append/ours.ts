import { join } from 'node:path';
import {
  type EventEnvelope,
  randomSalt,
  SqliteEventStore,
  sealEvent,
  systemClock,
  uuidV7,
} from '@iic/event-sourcing';
import type { Bench } from '../bench.ts';
import { type AppendTarget, type EventData, measureAppends } from './workload.ts';

const actor = {
  subject: '0b7f6d0e-9d0c-4a53-8ec8-0f6f2b8f6a11',
  organisation: 'org-lead-1',
  role: 'lead-unit',
  jurisdiction: '220100',
};

function envelope(stream: string, revision: number, data: EventData): EventEnvelope {
  const now = systemClock.now();
  return {
    envelope: 1,
    id: uuidV7(),
    type: 'ProgressReported',
    schemaVersion: 1,
    stream,
    revision,
    recordedAt: now,
    effectiveAt: now,
    actor,
    commandId: 'f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    fingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    correlation: data.caseId,
    causation: null,
    policy: null,
    evidence: [],
    data: { ...data },
    encrypted: null,
    salt: randomSalt(),
  };
}

/** Our embedded store, with everything an append costs: envelope, canonical bytes, leaf hash, durable commit. */
function open(file: string): AppendTarget {
  const store = SqliteEventStore.open(file);
  return {
    async append(stream, expectedRevision, events) {
      const sealed = events.map((data, index) =>
        sealEvent(envelope(stream, expectedRevision + 1 + index, data)),
      );
      await store.append({ stream, expectedRevision, events: sealed });
    },
    close: () => store.close(),
  };
}

export const bench: Bench = {
  name: 'append: ours',
  run: (context) => measureAppends(async (name) => open(join(context.folder, `${name}.sqlite`)), context),
};
