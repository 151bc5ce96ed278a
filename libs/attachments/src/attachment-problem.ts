import type { ProblemCatalogue } from '@iic/event-sourcing';

/** Problems with files, for the catalogues of services that take them. */
export const attachmentProblems = {
  'attachment-too-large': {
    kind: 'invalid',
    zh: '文件超过上限 {maxBytes} 字节。请压缩或拆分后重新上传。',
    en: 'The file is larger than {maxBytes} bytes. Compress or split it and upload it again.',
  },
  'attachment-empty': {
    kind: 'invalid',
    zh: '文件为空。请检查后重新上传。',
    en: 'The file is empty. Check it and upload it again.',
  },
  'attachment-type-not-allowed': {
    kind: 'invalid',
    zh: '此类附件不接受 {type}。可接受：{allowed}。',
    en: 'This kind of attachment may not be {type}. It may be: {allowed}.',
  },
  'attachment-type-mismatch': {
    kind: 'invalid',
    zh: '文件声明为 {declared}，内容却是 {type}。请上传正确的文件。',
    en: 'The file says it is {declared}, but its content is {type}. Upload the right file.',
  },
  'attachment-infected': {
    kind: 'invalid',
    zh: '文件含恶意内容，未予保存。',
    en: 'The file holds malicious content and was not kept.',
  },
  'attachment-missing': {
    kind: 'not-found',
    zh: '没有该附件。',
    en: 'There is no such attachment.',
  },
  'attachment-damaged': {
    kind: 'state',
    zh: '存储的附件已损坏，请联系系统管理员从备份恢复。',
    en: 'The stored attachment is damaged; ask the system administrator to restore it from a backup.',
  },
} as const satisfies ProblemCatalogue;

/** Code of a problem with a file. */
export type AttachmentProblemCode = keyof typeof attachmentProblems;

/** A file could not be stored or read back. */
export class AttachmentProblem extends Error {
  readonly code: AttachmentProblemCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: AttachmentProblemCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`Attachment refused: ${code}.`);
    this.code = code;
    this.params = params;
  }
}
