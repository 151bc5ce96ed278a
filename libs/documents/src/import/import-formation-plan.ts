import { DocumentProblem } from '../document-problem.ts';
import { runInThread, ThreadLimitReached } from '../thread/run-in-thread.ts';
import { checkContainer } from './container.ts';
import { defaultPackageLimits, type PackageLimits } from './package-limits.ts';
import type { PlanImport } from './plan-import.ts';
import type { PlanOutline } from './plan-outline.ts';

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
  try {
    return await runInThread('import', { bytes, outline, limits: allLimits }, allLimits);
  } catch (error) {
    throw error instanceof ThreadLimitReached
      ? new DocumentProblem('docx-too-large-inside', { reason: error.reason })
      : error;
  }
}
