import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { withFiles } from './package-files.ts';
import { type SampleNumbering, typedNumber } from './sample-headings.ts';
import { type SampleChapterKey, sampleChapterKeys, sampleOutline } from './sample-outline.ts';
import { planText } from './sample-text/plan-text.ts';

/** How a sample plan is written; everything has a default. */
export interface SamplePlanOptions {
  readonly numbering?: SampleNumbering;
  /** Chapters left out, by key of {@link sampleOutline}. */
  readonly omit?: readonly SampleChapterKey[];
  /** Sub-headings left out with their text, by key such as `goals-3`. */
  readonly omitSections?: readonly string[];
  /** A table of contents in front: in Word's own styles, typed with page numbers, or bare titles. */
  readonly contents?: 'styled' | 'typed' | 'bare';
  /** Other wordings for titles of the outline, by their Chinese title without note in brackets. */
  readonly rewordings?: Readonly<Record<string, string>>;
  /** Sub-headings stand in one paragraph with their text, parted by a colon. */
  readonly runIn?: boolean;
  /** Changes neither accepted nor rejected. */
  readonly trackedChanges?: boolean;
  readonly comments?: number;
  /** Paragraphs of the summary instead of the sample's. */
  readonly summary?: readonly string[];
  readonly centerName?: string;
  readonly leadUnitName?: string;
}

interface Heading {
  readonly level: 1 | 2;
  readonly title: string;
  readonly number: string;
}

const reviewed = { author: '样例审阅人', date: '2026-03-02T09:00:00Z' };

/** A formation plan about an invented center, as the bytes of a DOCX file. */
export async function sampleFormationPlan(options: SamplePlanOptions = {}): Promise<Uint8Array> {
  const numbering = options.numbering ?? 'chinese';
  const document = new Document({
    styles: { paragraphStyles: chineseStyles },
    numbering: { config: [automaticNumbering] },
    comments: { children: comments(options.comments ?? 0) },
    sections: [
      {
        children: [
          ...cover(options),
          ...contents(numbering, options),
          ...sampleChapterKeys.flatMap((key, index) => chapter(key, index, numbering, options)),
          ...reviewMarks(options),
        ],
      },
    ],
  });
  // The writer stamps the document with the present time; the same plan is to be the same file.
  const instant = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-03-02T09:00:00Z');
  return withFiles(await Packer.toBuffer(document), { 'docProps/core.xml': instant });
}

const chineseStyles = [1, 2].map((level) => ({
  id: `a${level}`,
  name: `标题 ${level}`,
  basedOn: 'Normal',
  run: { bold: true },
  paragraph: { outlineLevel: level - 1 },
}));

const automaticNumbering = {
  reference: 'plan',
  levels: [
    { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
    { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
  ],
};

function comments(count: number) {
  return Array.from({ length: count }, (_, id) => ({
    id,
    author: reviewed.author,
    date: new Date(reviewed.date),
    children: [new Paragraph('样例批注：请核对数据。')],
  }));
}

function cover(options: SamplePlanOptions): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [run(fill('{center}组建方案', options), true)],
    }),
    new Paragraph({ alignment: AlignmentType.CENTER, text: '（样例，仅供测试）' }),
    new Paragraph({ alignment: AlignmentType.CENTER, text: fill('牵头单位：{lead}', options) }),
    new Paragraph({ text: '' }),
  ];
}

function contents(
  numbering: SampleNumbering,
  { contents: kind, ...options }: SamplePlanOptions,
): Paragraph[] {
  if (kind === undefined) {
    return [];
  }
  const headings = sampleOutline.chapters.flatMap((entry, index) => [
    heading(numbering, options, 1, entry.title.zh, index + 1),
    ...(entry.sections ?? []).map((section, place) =>
      heading(numbering, options, 2, section.title.zh, index + 1, place + 1),
    ),
  ]);
  const entries = headings.map((entry, index) => {
    const page = kind === 'styled' ? `\t${index + 1}` : kind === 'typed' ? `………………${index + 1}` : '';
    const text = `${entry.number}${entry.title}${page}`;
    return kind === 'styled' ? new Paragraph({ style: `TOC${entry.level}`, text }) : new Paragraph({ text });
  });
  return [new Paragraph({ alignment: AlignmentType.CENTER, text: '目　录' }), ...entries];
}

function chapter(
  key: SampleChapterKey,
  index: number,
  numbering: SampleNumbering,
  options: SamplePlanOptions,
): Paragraph[] {
  const entry = sampleOutline.chapters[index];
  if (!entry || options.omit?.includes(key)) {
    return [];
  }
  const texts = key === 'summary' && options.summary ? [options.summary] : planText[key];
  const sections = entry.sections ?? [];
  const title = heading(numbering, options, 1, entry.title.zh, index + 1);
  const body = texts.flatMap((paragraphs, place) => {
    const section = sections[place];
    if (section === undefined) {
      return paragraphs.map((text) => bodyParagraph(text, options));
    }
    if (options.omitSections?.includes(section.key)) {
      return [];
    }
    const under = heading(numbering, options, 2, section.title.zh, index + 1, place + 1);
    return sectionParagraphs(numbering, under, paragraphs, options);
  });
  return [headingParagraph(numbering, title), ...body];
}

function sectionParagraphs(
  numbering: SampleNumbering,
  under: Heading,
  paragraphs: readonly string[],
  options: SamplePlanOptions,
): Paragraph[] {
  const [first = '', ...others] = paragraphs;
  if (options.runIn) {
    const lead = `${under.number}${under.title}：`;
    const start = new Paragraph({
      children: [run(lead, numbering === 'bold'), run(fill(first, options), false)],
    });
    return [start, ...others.map((text) => bodyParagraph(text, options))];
  }
  return [headingParagraph(numbering, under), ...paragraphs.map((text) => bodyParagraph(text, options))];
}

function heading(
  numbering: SampleNumbering,
  options: SamplePlanOptions,
  level: 1 | 2,
  title: string,
  chapterNumber: number,
  sectionNumber?: number,
): Heading {
  const wording = options.rewordings?.[title.replace(/（.*）$/, '')] ?? title;
  return { level, title: wording, number: typedNumber(numbering, chapterNumber, sectionNumber) };
}

function headingParagraph(numbering: SampleNumbering, { level, title, number }: Heading): Paragraph {
  const text = `${number}${title}`;
  switch (numbering) {
    case 'automatic':
      return new Paragraph({ text, numbering: { reference: 'plan', level: level - 1 } });
    case 'styles':
      return new Paragraph({ text, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
    case 'chinese-styles':
      return new Paragraph({ text, style: `a${level}` });
    case 'none':
      return new Paragraph({ text });
    default:
      return new Paragraph({ children: [run(text, numbering === 'bold')] });
  }
}

function bodyParagraph(text: string, options: SamplePlanOptions): Paragraph {
  return new Paragraph({ children: [run(fill(text, options), false)], indent: { firstLine: 480 } });
}

function run(text: string, bold: boolean): TextRun {
  return new TextRun({ text, bold });
}

function fill(text: string, options: SamplePlanOptions): string {
  return text
    .replaceAll('{center}', options.centerName ?? '吉林省高性能碳纤维复合材料产业创新中心')
    .replaceAll('{lead}', options.leadUnitName ?? '样例碳纤维研究院有限公司');
}

function reviewMarks(options: SamplePlanOptions): Paragraph[] {
  const commented = Array.from({ length: options.comments ?? 0 }, (_, id): ParagraphChild[] => [
    new CommentRangeStart(id),
    new TextRun('此处有批注。'),
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ]);
  const changed: ParagraphChild[] = options.trackedChanges
    ? [
        new InsertedTextRun({ text: '新增的内容。', id: 1, ...reviewed }),
        new DeletedTextRun({ text: '删除的内容。', id: 2, ...reviewed }),
      ]
    : [];
  return [...commented, changed]
    .filter((children) => children.length > 0)
    .map((children) => new Paragraph({ children }));
}
