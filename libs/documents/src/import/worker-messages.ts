import type { ProblemParams } from '../document-problem.ts';
import type { DocumentProblemCode } from '../problems.ts';
import type { PackageLimits } from './package-limits.ts';
import type { PlanImport } from './plan-import.ts';
import type { PlanOutline } from './plan-outline.ts';

/** What the reading thread is started with. */
export interface WorkerTask {
  readonly bytes: Uint8Array;
  readonly outline: PlanOutline;
  readonly limits: PackageLimits;
}

/** What it answers; anything else ends the thread with an error. */
export type WorkerAnswer =
  | { readonly plan: PlanImport }
  | { readonly problem: { readonly code: DocumentProblemCode; readonly params: ProblemParams } };
