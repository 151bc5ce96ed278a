/** What is measured, against whom, and what is aimed at. A new bench is an entry in both lists. */
import type { Bench, Figure, Target } from './bench.ts';

/** Loads a bench, in the process that runs it. */
export const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  'append: ours': () => import('./append/ours.ts'),
  'append: raw better-sqlite3': () => import('./peers/raw-sqlite.ts'),
  'append: emmett-sqlite': () => import('./peers/emmett-sqlite.ts'),
  'append: emmett-postgresql': () => import('./peers/emmett-postgresql.ts'),
  'projection: ours': () => import('./projection/ours.ts'),
  'projection: emmett-postgresql': () => import('./peers/emmett-projection.ts'),
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
];
