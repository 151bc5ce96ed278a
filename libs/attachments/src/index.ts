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
export { CaseKeyMissing, caseKeys, existingCaseKeys } from './case-keys.ts';
export {
  type AttachmentsCopied,
  type AttachmentsVerified,
  copyAttachments,
  verifyAttachments,
} from './copy-attachments.ts';
export type { CopyableAttachments } from './copyable-attachments.ts';
export { type FolderAttachmentOptions, FolderAttachmentStore } from './folder-attachment-store.ts';
