import type { ProblemCatalogue } from '@iic/event-sourcing';

/** What can be wrong with a document as a whole, so that nothing of it is used. */
export type DocumentProblemCode =
  | 'docx-too-large'
  | 'docx-not-recognised'
  | 'docx-damaged'
  | 'docx-legacy-or-encrypted'
  | 'docx-external-entity'
  | 'docx-too-large-inside'
  | 'docx-unsafe-name'
  | 'docx-macros'
  | 'docx-tracked-changes';

/** Texts of every {@link DocumentProblemCode}. Params named in the texts are always given. */
export const documentProblems: ProblemCatalogue<DocumentProblemCode> = {
  'docx-too-large': {
    kind: 'invalid',
    zh: '文件超过 {limitMegabytes} MB 的上限。请压缩文档中的图片，或将大幅图表改为附件后重新上传。',
    en: 'The file is larger than the limit of {limitMegabytes} MB. Compress its pictures, or upload large figures as attachments, then upload the plan again.',
  },
  'docx-not-recognised': {
    kind: 'invalid',
    zh: '文件不是 Word 文档（.docx）。请在 Word 或 WPS 中打开方案，另存为“Word 文档（*.docx）”后重新上传。',
    en: 'The file is not a Word document (.docx). Open the plan in Word or WPS, save it as “Word Document (*.docx)” and upload it again.',
  },
  'docx-damaged': {
    kind: 'invalid',
    zh: '文档已损坏或上传不完整（{part}）。请在 Word 或 WPS 中打开并重新保存，再次上传。',
    en: 'The document is damaged or was not uploaded completely ({part}). Open it in Word or WPS, save it again and upload it anew.',
  },
  'docx-legacy-or-encrypted': {
    kind: 'invalid',
    zh: '文件是旧版 Word 格式（.doc）或已加密。请取消密码，并另存为“Word 文档（*.docx）”后重新上传。',
    en: 'The file is in the old Word format (.doc) or is encrypted. Remove the password, save it as “Word Document (*.docx)” and upload it again.',
  },
  'docx-external-entity': {
    kind: 'invalid',
    zh: '文档的 {part} 部分含有文档类型定义或实体声明，Word 不会写入此类内容，文件已被拒绝。请将内容复制到新建文档后重新上传。',
    en: 'Part {part} of the document holds a document type or entity declaration, which Word never writes, so it was refused. Copy the content into a new document and upload that.',
  },
  'docx-too-large-inside': {
    kind: 'invalid',
    zh: '文档解压后的内容过大或过多，已停止读取。请将内容复制到新建文档、压缩图片后重新上传。',
    en: 'The document expands to far more content than is allowed, so reading was stopped. Copy the content into a new document, compress its pictures and upload it again.',
  },
  'docx-unsafe-name': {
    kind: 'invalid',
    zh: '文档包内的文件名不合规（{part}），文件已被拒绝。请在 Word 或 WPS 中重新保存后上传。',
    en: 'The document package holds a file name that is not allowed ({part}), so it was refused. Save it again in Word or WPS and upload it.',
  },
  'docx-macros': {
    kind: 'invalid',
    zh: '文档含有宏或 ActiveX 控件（{part}）。请另存为不含宏的“Word 文档（*.docx）”并删除控件后重新上传。',
    en: 'The document holds macros or ActiveX controls ({part}). Save it as a macro-free “Word Document (*.docx)”, remove the controls and upload it again.',
  },
  'docx-tracked-changes': {
    kind: 'invalid',
    zh: '文档有 {changes} 处修订尚未接受或拒绝，无法确定以哪一稿为准。请在“审阅”中接受或拒绝全部修订后重新上传。',
    en: 'The document has {changes} tracked changes that are neither accepted nor rejected, so it is unclear which text counts. Accept or reject all of them under “Review” and upload it again.',
  },
};
