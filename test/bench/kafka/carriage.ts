import type { Bench } from '../bench.ts';
import { openBroker } from './broker.ts';
import { openLog } from './log.ts';
import { consumeAll, publishAll } from './ours.ts';
import { bareRecords, consumeRaw, produceRaw, sameRecords } from './raw.ts';

/** Our publisher and transport beside kafkajs by itself, on the same broker, one after the other. */
export const bench: Bench = {
  name: 'kafka: carriage',
  async run({ folder, quick }) {
    const count = quick ? 10_000 : 100_000;
    const broker = await openBroker();
    const log = await openLog(folder, count);
    const { kafka } = broker;
    try {
      // A first run of each warms broker and code up, so that the order of the measured ones does not matter.
      for (const warm of [true, false]) {
        const run = warm ? 'warm' : 'measured';
        const events = warm ? 5_000 : count;
        await broker.makeTopic(`raw-${run}`);
        await broker.makeTopics(run);
        await broker.makeTopic(`same-${run}`);
        const bare = await produceRaw(kafka, `raw-${run}`, bareRecords(events));
        const same = await produceRaw(kafka, `same-${run}`, await sameRecords(log.relay(), events));
        const out = await publishAll(kafka, log.relay(), run, events);
        const bareIn = await consumeRaw(kafka, `raw-${run}`, events);
        const sameIn = await consumeRaw(kafka, `same-${run}`, events);
        const took = await consumeAll(kafka, folder, run, events);
        if (!warm) {
          const raw = { 'bare out': bare, 'same out': same, 'bare in': bareIn, 'same in': sameIn };
          return { out, in: took, ...raw, drained: await drain() };
        }
      }
      throw new Error('The measured run is the last one.');
    } finally {
      await log.close();
      await broker.close();
    }

    /** Seconds from a log full of unpublished events to the last effect of their consumer. */
    async function drain(): Promise<number> {
      await broker.makeTopics('backlog');
      const start = performance.now();
      await Promise.all([
        publishAll(kafka, log.relay(), 'backlog', count),
        consumeAll(kafka, folder, 'backlog', count),
      ]);
      return (performance.now() - start) / 1000;
    }
  },
};
