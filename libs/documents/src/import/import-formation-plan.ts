import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DocumentProblem } from '../document-problem.ts';
import { checkContainer } from './container.ts';
import { defaultPackageLimits, type PackageLimits } from './package-limits.ts';
import type { PlanImport } from './plan-import.ts';
import type { PlanOutline } from './plan-outline.ts';
import { Turnstile } from './turnstile.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** Documents read at the same time; further ones wait. Each may take {@link PackageLimits.heapMegabytes}. */
const readers = new Turnstile(2);

/**
 * Reads a formation plan from a DOCX file and recognises the chapters and sub-headings of `outline`.
 *
 * The file is read in a thread of its own with a heap and a time limit, so a hostile or huge document neither
 * blocks nor brings down the process. Throws `DocumentProblem` where the file cannot be used; what is missing in
 * a usable file is part of the result. The bytes are not changed or kept.
 */
export async function importFormationPlan(
  bytes: Uint8Array,
  outline: PlanOutline,
  limits: Partial<PackageLimits> = {},
): Promise<PlanImport> {
  const allLimits = { ...defaultPackageLimits, ...limits };
  checkContainer(bytes, allLimits.fileBytes);
  const answer = await readers.pass(() => readInThread({ bytes, outline, limits: allLimits }));
  if ('problem' in answer) {
    throw new DocumentProblem(answer.problem.code, answer.problem.params);
  }
  return answer.plan;
}

function readInThread(task: WorkerTask): Promise<WorkerAnswer> {
  // The same file is `.ts` under a test or development run and `.js` when built.
  const entry = new URL(`./import-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(entry, {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: task.limits.heapMegabytes },
  });
  return new Promise<WorkerAnswer>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new DocumentProblem('docx-too-large-inside', { reason: 'time' })),
      task.limits.milliseconds,
    );
    worker.once('message', resolve);
    worker.once('error', (error) => reject(asProblem(error)));
    worker.once('exit', (code) => reject(new Error(`The reading thread ended without an answer (${code}).`)));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}

function asProblem(error: unknown): unknown {
  // By its code alone: a thread's error may come from another realm, where instanceof says nothing.
  return typeof error === 'object' && error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new DocumentProblem('docx-too-large-inside', { reason: 'memory' })
    : error;
}
