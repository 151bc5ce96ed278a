import { parentPort, workerData } from 'node:worker_threads';
import { isDocumentProblem } from '../document-problem.ts';
import type { TaskName, ThreadAnswer, ThreadTask, ThreadTasks } from './tasks.ts';

/** Entry of a thread: one task, one answer. Only the libraries of that task are loaded. */
const task: ThreadTask = workerData;

async function perform(): Promise<ThreadTasks[TaskName]['result']> {
  switch (task.name) {
    case 'import': {
      const { readPlan } = await import('../import/read-plan.ts');
      return readPlan(task.input.bytes, task.input.outline, task.input.limits);
    }
    case 'submission': {
      const { composeSubmission } = await import('../print/compose-submission.ts');
      return composeSubmission(task.input);
    }
    case 'decision': {
      const { composeDecision } = await import('../print/compose-decision.ts');
      return composeDecision(task.input);
    }
    default:
      return task satisfies never;
  }
}

async function answer(): Promise<ThreadAnswer<unknown>> {
  try {
    return { result: await perform() };
  } catch (error) {
    if (isDocumentProblem(error)) {
      return { problem: { code: error.code, params: error.params } };
    }
    throw error;
  }
}

parentPort?.postMessage(await answer());
