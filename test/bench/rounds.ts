import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measures } from './bench.ts';
import type { ChildAnswer } from './child.ts';
import { benches } from './figures.ts';

const logShown = 1_000;

/** How the benches are run. */
export interface RoundOptions {
  readonly rounds: number;
  readonly quick: boolean;
}

/** What all rounds of each bench measured; and the benches that broke, with the end of their output. */
export interface Rounds {
  readonly runs: ReadonlyMap<string, readonly Measures[]>;
  readonly failed: ReadonlyMap<string, string>;
}

type Answer = ChildAnswer | { readonly failed: string };

let work: string | undefined;

/** The folder of everything the benches write; it goes when this process does, however that ends. */
function workFolder(): string {
  if (work !== undefined) return work;
  const folder = mkdtempSync(join(tmpdir(), 'iic-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  // PostgreSQL runs as another user and has to get at its folder below this one.
  chmodSync(folder, 0o755);
  work = folder;
  return folder;
}

function shortened(log: string): string {
  return log.length > 2 * logShown ? `${log.slice(0, logShown)}\n…\n${log.slice(-logShown)}` : log;
}

/** Runs a bench in a process of its own. Its output matters only when it fails: peers report what we count. */
function runOnce(name: string, quick: boolean): Promise<Answer> {
  const folder = mkdtempSync(join(workFolder(), 'run-'));
  const child = fork(join(import.meta.dirname, 'child.ts'), [name, folder, quick ? 'quick' : 'full'], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    silent: true,
  });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    let answer: ChildAnswer | undefined;
    child.on('message', (message) => {
      answer = message as ChildAnswer;
    });
    child.on('error', (error) => resolve({ failed: error.message }));
    child.on('close', () => {
      rmSync(folder, { recursive: true, force: true });
      resolve(answer ?? { failed: shortened(Buffer.concat(output).toString()) });
    });
  });
}

/** Rounds go through all benches in turn, so that a slow moment of the machine meets ours and peers alike. */
export async function runRounds(names: readonly string[], { rounds, quick }: RoundOptions): Promise<Rounds> {
  const runs = new Map<string, Measures[]>(names.map((name) => [name, []]));
  const failed = new Map<string, string>();
  const unavailable = new Set<string>();
  for (let round = 1; round <= rounds; round += 1) {
    const due = names.filter((name) => !unavailable.has(name) && round <= (benches[name]?.rounds ?? rounds));
    for (const name of due) {
      console.log(`round ${round} of ${rounds}: ${name}`);
      const answer = await runOnce(name, quick);
      if ('measures' in answer) {
        runs.get(name)?.push(answer.measures);
      } else if ('failed' in answer) {
        console.log('  failed');
        failed.set(name, answer.failed);
      } else {
        console.log(`  not available: ${answer.unavailable}`);
        unavailable.add(name);
      }
    }
  }
  return { runs, failed };
}
