export { DocumentProblem, isDocumentProblem, type ProblemParams } from './document-problem.ts';
export { importFormationPlan } from './import/import-formation-plan.ts';
export { defaultPackageLimits, type PackageLimits } from './import/package-limits.ts';
export type {
  ImportedChapter,
  ImportedSection,
  MissingPart,
  PlanImport,
  PlanNotice,
  PlanNoticeCode,
  ReviewMarks,
} from './import/plan-import.ts';
export type { OutlineChapter, OutlineSection, OutlineTitle, PlanOutline } from './import/plan-outline.ts';
export { type DocumentProblemCode, documentProblems } from './problems.ts';
