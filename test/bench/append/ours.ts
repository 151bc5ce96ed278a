import { join } from 'node:path';
import { SqliteEventStore } from '@iic/event-sourcing';
import type { Bench } from '../bench.ts';
import { sealedBatch } from '../envelope.ts';
import { type AppendTarget, measureAppends } from './workload.ts';

/** Our embedded store, with everything an append costs. */
function open(file: string): AppendTarget {
  const store = SqliteEventStore.open(file);
  return {
    async append(stream, expectedRevision, events) {
      await store.append(sealedBatch(stream, expectedRevision, events));
    },
    close: () => store.close(),
  };
}

export const bench: Bench = {
  name: 'append: ours',
  run: (context) => measureAppends(async (name) => open(join(context.folder, `${name}.sqlite`)), context),
};
