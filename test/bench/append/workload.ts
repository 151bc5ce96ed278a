/** The three ways of appending that every store is measured by. */
import { setTimeout } from 'node:timers/promises';
import type { BenchContext, Measures } from '../bench.ts';

/** Data of one event, about 200 bytes as JSON. */
export interface EventData {
  readonly caseId: string;
  readonly milestone: string;
  readonly percent: number;
  readonly remark: string;
}

/** A store under test. Resolves when the events would survive a power cut. */
export interface AppendTarget {
  append(stream: string, expectedRevision: number, events: readonly EventData[]): Promise<void>;
  close(): Promise<void>;
}

const eventsPerStream = 10;
const callers = 16;
const batchSize = 100;
/** A store that answers no more after this long is measured by what it did until then. */
const patienceMs = 10_000;
const remark = 'Equipment of the pilot line delivered and installed; acceptance tests are under way. '.repeat(
  2,
);

function eventData(number: number): EventData {
  return {
    caseId: `case-${number % 997}`,
    milestone: 'm-03',
    percent: number % 101,
    remark: remark.slice(0, 130),
  };
}

interface Count {
  events: number;
  errors: number;
}

/** Appends event after event to short streams until the deadline. */
async function caller(target: AppendTarget, name: string, until: number, count: Count): Promise<void> {
  for (let number = 0; performance.now() < until; number += 1) {
    const stream = `${name}-${Math.floor(number / eventsPerStream)}`;
    try {
      await target.append(stream, (number % eventsPerStream) - 1, [eventData(number)]);
      count.events += 1;
    } catch {
      count.errors += 1;
      // The stream is now shorter than expected, so go on with the next one.
      number += eventsPerStream - 1 - (number % eventsPerStream);
    }
  }
}

async function batches(target: AppendTarget, name: string, until: number, count: Count): Promise<void> {
  const events = Array.from({ length: batchSize }, (_, number) => eventData(number));
  for (let number = 0; performance.now() < until; number += 1) {
    try {
      await target.append(`${name}-${number}`, -1, events);
      count.events += batchSize;
    } catch {
      count.errors += 1;
    }
  }
}

type Workload = (target: AppendTarget, name: string, until: number, count: Count) => Promise<unknown>;

const workloads: Readonly<Record<string, Workload>> = {
  'one by one': caller,
  'batches of 100': batches,
  '16 callers': (target, name, until, count) =>
    Promise.all(
      Array.from({ length: callers }, (_, index) => caller(target, `${name}-${index}`, until, count)),
    ),
};

async function timed(
  workload: Workload,
  target: AppendTarget,
  name: string,
  ms: number,
): Promise<[number, Count]> {
  const count = { events: 0, errors: 0 };
  const start = performance.now();
  await Promise.race([workload(target, name, start + ms, count), setTimeout(ms + patienceMs)]);
  return [(count.events * 1000) / (performance.now() - start), count];
}

/** Runs all three on a fresh target each, after a warm-up; events per second, and errors with many callers. */
export async function measureAppends(
  open: (name: string) => Promise<AppendTarget>,
  { quick }: BenchContext,
): Promise<Measures> {
  const measures: Record<string, number> = {};
  for (const [name, workload] of Object.entries(workloads)) {
    const target = await open(name.replaceAll(' ', '-'));
    try {
      await timed(workload, target, 'warm', quick ? 100 : 500);
      const [perSecond, { errors }] = await timed(workload, target, 'run', quick ? 300 : 2000);
      measures[name] = perSecond;
      measures[`${name}, errors`] = errors;
    } finally {
      await target.close();
    }
  }
  return measures;
}
