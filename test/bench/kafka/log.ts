import { join } from 'node:path';
import { defineEvent, open } from '@iic/contracts';
import { SqliteEventStore } from '@iic/event-sourcing';
import { Relay } from '@iic/messaging';
import { Type } from 'typebox';
import { sealedBatch } from '../envelope.ts';
import { history } from '../projection/workload.ts';
import { service } from './broker.ts';

/** An event that travels on all three channels, whole: the most that one event can cost. */
export const ProgressReported = defineEvent({
  service,
  type: 'ProgressReported',
  version: 1,
  article: 'platform',
  title: { zh: '进度', en: 'Progress' },
  reach: 'public',
  data: Type.Object({
    caseId: Type.String(),
    milestone: Type.String(),
    percent: Type.Number(),
    remark: Type.String(),
  }),
  fields: { caseId: open, milestone: open, percent: open, remark: open },
});

/** A service's log on disk with so many events. */
export async function openLog(folder: string, count: number) {
  const store = SqliteEventStore.open(join(folder, 'events.sqlite'));
  await Promise.all(
    [...history(count)].map(({ stream, events }) => store.append(sealedBatch(stream, -1, events))),
  );
  return {
    relay: () => new Relay({ service, store, contracts: [ProgressReported] }),
    close: () => store.close(),
  };
}
