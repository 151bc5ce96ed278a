import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DocumentProblem } from '../document-problem.ts';
import type { TaskName, ThreadAnswer, ThreadTasks } from './tasks.ts';
import { Turnstile } from './turnstile.ts';

/** What a thread may use. */
export interface ThreadLimits {
  /** Wall time in milliseconds. */
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/** A thread that was stopped because it used more than allowed. */
export class ThreadLimitReached extends Error {
  readonly code = 'document-thread-limit';
  readonly reason: 'time' | 'memory';

  constructor(reason: 'time' | 'memory') {
    super(`Working on a document took more ${reason} than allowed.`);
    this.name = 'ThreadLimitReached';
    this.reason = reason;
  }
}

/** Documents worked on at the same time; further ones wait. Each may take {@link ThreadLimits.heapMegabytes}. */
const places = new Turnstile(2);

/**
 * Does a task in a thread of its own, so that a huge or hostile document neither blocks nor brings down the process.
 * Throws `DocumentProblem` as the task does, and {@link ThreadLimitReached}.
 */
export async function runInThread<Name extends TaskName>(
  name: Name,
  input: ThreadTasks[Name]['input'],
  limits: ThreadLimits,
): Promise<ThreadTasks[Name]['result']> {
  const answer = await places.pass(() => ask<ThreadTasks[Name]['result']>({ name, input }, limits));
  if ('problem' in answer) {
    throw new DocumentProblem(answer.problem.code, answer.problem.params);
  }
  return answer.result;
}

function ask<Result>(task: unknown, limits: ThreadLimits): Promise<ThreadAnswer<Result>> {
  // The same file is `.ts` under a test or development run and `.js` when built.
  const entry = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(entry, {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  return new Promise<ThreadAnswer<Result>>((resolve, reject) => {
    const timer = setTimeout(() => reject(new ThreadLimitReached('time')), limits.milliseconds);
    worker.once('message', resolve);
    worker.once('error', (error) => reject(outOfMemory(error) ? new ThreadLimitReached('memory') : error));
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The document thread ended without an answer (${code}).`));
    });
  }).finally(() => worker.terminate());
}

/** By its code alone: a thread's error may come from another realm, where instanceof says nothing. */
function outOfMemory(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  );
}
