export { type HostileKind, hostileDocument, hostileDocuments } from './hostile-documents.ts';
export { documentText, packageFiles, packageOf, withFiles } from './package-files.ts';
export { type SamplePlanOptions, sampleFormationPlan } from './sample-formation-plan.ts';
export type { SampleNumbering } from './sample-headings.ts';
export { type SampleChapterKey, sampleChapterKeys, sampleOutline } from './sample-outline.ts';
export { sampleDecision, sampleSubmission } from './sample-prints.ts';
