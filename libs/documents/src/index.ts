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
export type { Bilingual, PrintRow } from './print/bilingual.ts';
export { chineseCitation, chineseDate } from './print/chinese-text.ts';
export type {
  CodedTitle,
  DecisionConditions,
  DecisionIssuer,
  DecisionNumber,
  DecisionPrint,
  DecisionRecord,
} from './print/decision-model.ts';
export {
  type DocumentNumber,
  type DocumentNumberFault,
  documentNumberFaults,
  formatDocumentNumber,
  type ParsedDocumentNumber,
  parseDocumentNumber,
} from './print/document-number.ts';
export { printDecision, printSubmission } from './print/print.ts';
export { submissionLabels } from './print/submission-labels.ts';
export type {
  PrintedAttachment,
  PrintedChapter,
  PrintedCommitment,
  PrintSection,
  PrintTable,
  SubmissionPrint,
} from './print/submission-model.ts';
export { parseSubmissionQr, type SubmissionQr, submissionQrText } from './print/submission-qr.ts';
export { type DocumentProblemCode, documentProblems } from './problems.ts';
