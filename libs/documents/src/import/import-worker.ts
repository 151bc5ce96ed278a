import { parentPort, workerData } from 'node:worker_threads';
import { isDocumentProblem } from '../document-problem.ts';
import { readPlan } from './read-plan.ts';
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts';

/** Entry of the reading thread: one task, one answer. */
const task: WorkerTask = workerData;

async function answer(): Promise<WorkerAnswer> {
  try {
    return { plan: await readPlan(task.bytes, task.outline, task.limits) };
  } catch (error) {
    if (isDocumentProblem(error)) {
      return { problem: { code: error.code, params: error.params } };
    }
    throw error;
  }
}

parentPort?.postMessage(await answer());
