import { fillIn, type ProblemParams } from '../document-problem.ts';
import type { PlanNotice, PlanNoticeCode } from './plan-import.ts';

const texts: Readonly<Record<PlanNoticeCode, { readonly zh: string; readonly en: string }>> = {
  'no-chapter-recognised': {
    zh: '未识别出任何一章。请按提纲写明各章标题，每个标题单独成段。',
    en: 'No chapter was recognised. Give each chapter the title of the outline, in a paragraph of its own.',
  },
  'title-differs': {
    zh: '标题“{found}”已按“{expected}”识别，请核对。',
    en: 'The heading “{found}” was taken for “{expected}”; please check.',
  },
  'chapter-out-of-order': {
    zh: '“{title}”一章的位置与提纲顺序不同。',
    en: 'The chapter “{title}” does not stand where the outline has it.',
  },
  'chapter-repeated': {
    zh: '“{title}”出现多次，只将其中一处作为该章，其余保留在所在章的正文中。',
    en: '“{title}” occurs more than once; one place was taken as the chapter, the others stay in the text around them.',
  },
  'chapter-unknown': {
    zh: '标题“{found}”不在提纲中，其内容保留在“{chapter}”一章内，请核对。',
    en: 'The heading “{found}” is not in the outline; its text stays in the chapter “{chapter}”; please check.',
  },
  'chapter-empty': {
    zh: '“{title}”一章没有正文。确无内容的，请写“无”。',
    en: 'The chapter “{title}” has no text. Where there is nothing to say, write “none”.',
  },
  'section-in-other-chapter': {
    zh: '小标题“{title}”按提纲属于“{expected}”，但写在“{found}”中。',
    en: 'The sub-heading “{title}” belongs to “{expected}” but stands in “{found}”.',
  },
  'comments-left-out': {
    zh: '文档有 {count} 条批注，未导入。',
    en: 'The document has {count} comments; they were not imported.',
  },
  'notes-left-out': {
    zh: '文档有 {count} 条脚注或尾注，未导入，请将必要内容写入正文。',
    en: 'The document has {count} footnotes or endnotes; they were not imported. Put what matters into the text.',
  },
  'pictures-left-out': {
    zh: '文档有 {count} 幅图片，未导入文字，请作为附件上传。',
    en: 'The document has {count} pictures; they are not part of the text. Upload them as attachments.',
  },
  'formulas-left-out': {
    zh: '文档有 {count} 处公式，未导入，请改用文字表述或作为附件上传。',
    en: 'The document has {count} formulas; they were not imported. Put them into words or upload them as an attachment.',
  },
  'external-content-left-out': {
    zh: '文档引用了 {count} 处外部内容（链接图片、模板或子文档），未读取。请嵌入文档后重新上传。',
    en: 'The document refers to {count} pieces of outside content (linked pictures, templates, sub-documents); they were not read. Embed them and upload again.',
  },
};

/** Builds a notice with its texts in both languages. */
export function notice(code: PlanNoticeCode, params: ProblemParams = {}): PlanNotice {
  return { code, params, zh: fillIn(texts[code].zh, params), en: fillIn(texts[code].en, params) };
}
