import { LineRuleType, Paragraph, type Table } from 'docx';
import { splitNumber } from '../import/recognise/heading-number.ts';
import type { Bilingual } from './bilingual.ts';
import { chineseNumeral } from './chinese-text.ts';
import { fonts, lineHeight, sizes } from './page.ts';
import { bodyParagraph, paragraph, run } from './paragraphs.ts';
import type { PrintedAttachment, PrintedChapter, PrintSection, SubmissionPrint } from './submission-model.ts';
import { columnsTable, labelledTable } from './tables.ts';

type Block = Paragraph | Table;

/** Part one: the fields of the application. */
export function fieldsPart({ sections }: SubmissionPrint): Block[] {
  return [
    ...partHeading({ zh: '第一部分　申报信息', en: 'Part 1  Application' }),
    ...sections.flatMap(section),
  ];
}

/** Part two: the plan, chapter by chapter, each with its hash. */
export function planPart({ chapters }: SubmissionPrint): Block[] {
  return [
    ...partHeading({ zh: '第二部分　组建方案', en: 'Part 2  Formation plan' }),
    ...chapters.flatMap(chapter),
  ];
}

/** Part three: the files that belong to the submission. */
export function attachmentsPart({ attachments }: SubmissionPrint): Block[] {
  return [
    ...partHeading({ zh: '第三部分　附件清单', en: 'Part 3  Attachments' }),
    columnsTable(
      [
        { zh: '序号', en: 'No.' },
        { zh: '材料', en: 'Item' },
        { zh: '大小', en: 'Size' },
      ],
      attachments.map((attachment, index) => [
        String(index + 1),
        attachmentText(attachment),
        byteSize(attachment.bytes),
      ]),
      [0.1, 0.73, 0.17],
    ),
  ];
}

function section({ title, rows, table }: PrintSection): Block[] {
  return [
    sectionHeading(title),
    ...(rows && rows.length > 0 ? [labelledTable(rows)] : []),
    ...(rows && table ? [paragraph('', { spacing: { line: 120, lineRule: LineRuleType.EXACT } })] : []),
    ...(table ? [columnsTable(table.columns, table.rows, table.shares)] : []),
  ];
}

function chapter({ title, text, hash }: PrintedChapter, index: number): Block[] {
  return [
    paragraph(
      `${chineseNumeral(index + 1)}、${title.zh}`,
      {
        keepNext: true,
        spacing: { before: 240, line: lineHeight, lineRule: LineRuleType.EXACT },
        indent: { firstLine: 640 },
      },
      { font: fonts.heading },
    ),
    new Paragraph({
      keepNext: true,
      children: [
        run(`${title.en}　SHA-256 `, { size: sizes.six }),
        run(hash, { font: fonts.code, size: 14 }),
      ],
      indent: { firstLine: 640 },
    }),
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) =>
        bodyParagraph(line.trim(), isSubheading(line) ? { font: fonts.subheading, bold: true } : {}),
      ),
  ];
}

/** Numbered, short and no sentence. */
function isSubheading(line: string): boolean {
  return line.trim().length <= 42 && splitNumber(line).form !== null && !/[。；;，,]\s*$/.test(line);
}

function partHeading({ zh, en }: Bilingual): Paragraph[] {
  return [
    paragraph(zh, { pageBreakBefore: true, keepNext: true }, { font: fonts.title, size: sizes.two }),
    paragraph(en, { keepNext: true, spacing: { after: 200 } }, { size: sizes.five }),
  ];
}

function sectionHeading({ zh, en }: Bilingual): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [run(zh, { font: fonts.heading, size: sizes.four }), run(`　${en}`, { size: sizes.five })],
  });
}

function attachmentText({ kind, fileName, hash }: PrintedAttachment): string {
  return [kind.zh, kind.en, ...(fileName === undefined ? [] : [fileName]), `SHA-256 ${hash}`].join('\n');
}

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A size in the largest unit that leaves at least one, for example `1.5 MB`. */
export function byteSize(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** step;
  return `${step === 0 ? amount : amount.toFixed(1)} ${units[step]}`;
}
