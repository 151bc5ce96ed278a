import type { Store } from '@event-driven-io/emmett';
import type { AppendTarget, EventData } from '../append/workload.ts';

function message(data: EventData) {
  return {
    type: 'ProgressReported',
    data,
    metadata: { actor: '0b7f6d0e-9d0c-4a53-8ec8-0f6f2b8f6a11', correlationId: data.caseId },
  };
}

/** An Emmett store under the append workloads; Emmett counts the events of a stream from 1. */
export function emmettTarget(store: Store, close: () => Promise<void>): AppendTarget {
  return {
    async append(stream, expectedRevision, events) {
      const expected = expectedRevision < 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(expectedRevision + 1);
      await store.appendToStream(stream, events.map(message), { expectedStreamVersion: expected });
    },
    close,
  };
}
