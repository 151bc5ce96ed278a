import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Measures } from './bench.ts';
import type { ChildAnswer } from './child.ts';
import { benches } from './figures.ts';

const logTail = 1_500;

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

/** Runs a bench in a process of its own. Its output matters only when it fails: peers report what we count. */
function runOnce(name: string, quick: boolean): Promise<Answer> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [name, quick ? 'quick' : 'full'], {
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
    child.on('close', () => resolve(answer ?? { failed: Buffer.concat(output).toString().slice(-logTail) }));
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
