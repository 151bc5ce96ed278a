/** What is measured, against whom, and what is aimed at. A new bench is an entry in both lists. */
import type { BenchEntry, Figure, Target } from './bench.ts';

/** Every bench, ours and peers. */
export const benches: Readonly<Record<string, BenchEntry>> = {
  'append: ours': { load: () => import('./append/ours.ts') },
  'append: raw better-sqlite3': { load: () => import('./peers/raw-sqlite.ts') },
  'append: emmett-sqlite': { load: () => import('./peers/emmett-sqlite.ts') },
  'append: emmett-postgresql': { load: () => import('./peers/emmett-postgresql.ts') },
  'projection: ours': { load: () => import('./projection/ours.ts') },
  'projection: emmett-postgresql': { load: () => import('./peers/emmett-projection.ts') },
  'migration: SQLite to SQLite': { load: () => import('./migration/sqlite.ts') },
  'migration: SQLite to KurrentDB': { load: () => import('./migration/kurrentdb.ts'), rounds: 1 },
  'kafka: carriage': { load: () => import('./kafka/carriage.ts') },
  'latency: in-process': { load: () => import('./latency/in-process.ts') },
  'latency: Kafka': { load: () => import('./latency/kafka.ts'), rounds: 1 },
  'collection: SQLite': { load: () => import('./collection/sqlite.ts') },
  'collection: MongoDB protocol': { load: () => import('./collection/mongodb.ts'), rounds: 1 },
  'platform: commands': { load: () => import('./platform/commands.ts') },
  'platform: start-up': { load: () => import('./platform/start-up.ts') },
  'platform: history': { load: () => import('./platform/history.ts'), rounds: 1 },
};

function ratioAtLeast(limit: number): Target {
  return { of: 'ratio', bound: 'at least', limit };
}

function append(measure: string, peer: string, target?: Target): Figure {
  return {
    name: `append ${measure}`,
    unit: 'events/s',
    ours: { bench: 'append: ours', measure },
    peer: { bench: `append: ${peer}`, measure },
    ...(target && { target }),
  };
}

function platform(name: string, bench: string, measure: string, unit: string, target: Target): Figure {
  return { name, unit, ours: { bench: `platform: ${bench}`, measure }, target };
}

function atMost(limit: number): Target {
  return { of: 'value', bound: 'at most', limit };
}

function migration(path: string): Figure {
  return {
    name: `migration ${path}, copied and verified`,
    unit: 'events/s',
    ours: { bench: `migration: ${path}`, measure: 'copied and verified' },
  };
}

/** Both are measured in one process on one broker. `same`: kafkajs with our records; `bare`: with their data alone. */
function carriage(name: string, measure: string, records: 'same' | 'bare', target: Target): Figure {
  const bench = 'kafka: carriage';
  const label = records === 'same' ? 'raw kafkajs, same records' : 'raw kafkajs, no headers';
  return {
    name,
    unit: 'messages/s',
    ours: { bench, measure },
    peer: { bench, measure: `${records} ${measure}`, label },
    target,
  };
}

function latency(where: string, measure: string): Figure {
  return {
    name: `command to another service's read model, ${where}, ${measure}`,
    unit: 'ms',
    ours: { bench: `latency: ${where}`, measure },
  };
}

function collection(measure: string, unit: string): readonly Figure[] {
  return ['SQLite', 'MongoDB protocol'].map((server) => ({
    name: `collection ${measure}, ${server}`,
    unit,
    ours: { bench: `collection: ${server}`, measure },
  }));
}

function asOf(what: string): Figure {
  return {
    name: `as-of query of ${what}, 10⁶ events`,
    unit: 'ms',
    ours: { bench: 'platform: history', measure: `${what}, long` },
    peer: { bench: 'platform: history', measure: `${what}, short`, label: 'ours, 10³ events' },
    target: { of: 'ratio', bound: 'at most', limit: 1.3 },
  };
}

export const figures: readonly Figure[] = [
  append('one by one', 'raw better-sqlite3', ratioAtLeast(0.7)),
  append('one by one', 'emmett-sqlite', ratioAtLeast(10)),
  append('one by one', 'emmett-postgresql'),
  append('16 callers', 'raw better-sqlite3'),
  append('16 callers', 'emmett-postgresql', ratioAtLeast(10)),
  {
    name: 'append 16 callers, errors',
    unit: 'errors',
    ours: { bench: 'append: ours', measure: '16 callers, errors' },
    peer: { bench: 'append: emmett-sqlite', measure: '16 callers, errors' },
    target: { of: 'value', bound: 'at most', limit: 0 },
  },
  append('batches of 100', 'raw better-sqlite3'),
  append('batches of 100', 'emmett-sqlite', ratioAtLeast(4)),
  append('batches of 100', 'emmett-postgresql'),
  {
    name: 'projection catch-up',
    unit: 'events/s',
    ours: { bench: 'projection: ours', measure: 'catch-up' },
    peer: { bench: 'projection: emmett-postgresql', measure: 'catch-up' },
    target: ratioAtLeast(20),
  },
  migration('SQLite to SQLite'),
  migration('SQLite to KurrentDB'),
  carriage('relay out to Kafka, all channels', 'out', 'same', ratioAtLeast(0.6)),
  carriage('relay out to Kafka, all channels', 'out', 'bare', ratioAtLeast(0.6)),
  carriage('in from Kafka, with inbox and effect', 'in', 'same', ratioAtLeast(0.3)),
  carriage('in from Kafka, with inbox and effect', 'in', 'bare', ratioAtLeast(0.3)),
  {
    name: 'backlog of 100,000 events drained through Kafka',
    unit: 's',
    ours: { bench: 'kafka: carriage', measure: 'drained' },
    target: atMost(120),
  },
  ...['in-process', 'Kafka'].flatMap((where) => ['p50', 'p99'].map((measure) => latency(where, measure))),
  ...collection('put', 'documents/s'),
  ...collection('get', 'documents/s'),
  ...collection('page', 'pages of 50/s'),
  platform('commands over HTTP, 16 callers', 'commands', 'commands/s', 'commands/s', {
    of: 'value',
    bound: 'at least',
    limit: 1_500,
  }),
  platform('commands over HTTP, p99', 'commands', 'p99', 'ms', atMost(50)),
  platform('memory, idle', 'commands', 'idle RSS', 'MiB', atMost(250)),
  platform('memory, under load', 'commands', 'RSS under load', 'MiB', atMost(600)),
  platform('start-up, empty store', 'start-up', 'empty store', 's', atMost(3)),
  platform('start-up, 10⁶ events', 'history', 'start-up, long', 's', atMost(10)),
  asOf('center'),
  asOf('register'),
];
