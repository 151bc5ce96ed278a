export { AttachmentProblem, type AttachmentProblemCode, attachmentProblems } from './attachment-problem.ts';
export type {
  AttachmentName,
  AttachmentReceipt,
  AttachmentRules,
  AttachmentScan,
  AttachmentStore,
  CaseKeys,
  IsReferenced,
  ScanState,
} from './attachment-store.ts';
export { type FolderAttachmentOptions, FolderAttachmentStore } from './folder-attachment-store.ts';
