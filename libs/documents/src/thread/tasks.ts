import type { ProblemParams } from '../document-problem.ts';
import type { PackageLimits } from '../import/package-limits.ts';
import type { PlanImport } from '../import/plan-import.ts';
import type { PlanOutline } from '../import/plan-outline.ts';
import type { DecisionPrint } from '../print/decision-model.ts';
import type { SubmissionPrint } from '../print/submission-model.ts';
import type { DocumentProblemCode } from '../problems.ts';

/** What a thread can be started for. */
export interface ThreadTasks {
  readonly import: {
    readonly input: {
      readonly bytes: Uint8Array;
      readonly outline: PlanOutline;
      readonly limits: PackageLimits;
    };
    readonly result: PlanImport;
  };
  readonly submission: { readonly input: SubmissionPrint; readonly result: Uint8Array };
  readonly decision: { readonly input: DecisionPrint; readonly result: Uint8Array };
}

export type TaskName = keyof ThreadTasks;

/** What a thread is started with. */
export type ThreadTask = {
  readonly [Name in TaskName]: { readonly name: Name; readonly input: ThreadTasks[Name]['input'] };
}[TaskName];

/** What it answers; anything else ends the thread with an error. */
export type ThreadAnswer<Result> =
  | { readonly result: Result }
  | { readonly problem: { readonly code: DocumentProblemCode; readonly params: ProblemParams } };
