import { AlignmentType, BorderStyle, type Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { chineseCitation, chineseDate, chineseNumeral } from './chinese-text.ts';
import type { DecisionPrint } from './decision-model.ts';
import type { DecisionWording } from './decision-wording.ts';
import { fonts, sizes, textWidth } from './page.ts';
import {
  blankLines,
  bodyParagraph,
  bodyParagraphs,
  bodySpacing,
  flushParagraph,
  paragraph,
  titleParagraph,
} from './paragraphs.ts';

/** Title of the record attached to every document. */
export const recordTitle = '决定记录';

/** Title, addressees, text and list of attachments. */
export function documentBody(model: DecisionPrint, wording: DecisionWording): Paragraph[] {
  return [
    titleParagraph(wording.title),
    ...blankLines(1),
    flushParagraph(`${model.addressees.join('、')}：`),
    bodyParagraph(wording.opening),
    ...numbered([
      { head: wording.ruling, text: [] },
      { head: '理由', text: model.reasons.split('\n') },
      { head: '有关要求', text: listed(wording.requirements) },
      { head: '适用说明', text: listed((model.reliances ?? []).map(reliance)) },
    ]),
    bodyParagraph(wording.closing),
    ...attachmentList([recordTitle, ...(model.attachments ?? [])]),
  ];
}

interface Part {
  readonly head: string;
  readonly text: readonly string[];
}

/** Parts with 一、 二、 …; a part other than the ruling that says nothing is left out. */
function numbered(parts: readonly Part[]): Paragraph[] {
  const [ruling, ...others] = parts;
  const kept = [ruling, ...others.filter((part) => part.text.some((line) => line.trim() !== ''))];
  return kept.flatMap((part, index) =>
    part === undefined
      ? []
      : [
          bodyParagraph(
            `${chineseNumeral(index + 1)}、${part.head}`,
            index === 0 ? {} : { font: fonts.heading },
          ),
          ...bodyParagraphs(part.text.join('\n')),
        ],
  );
}

function listed(items: readonly string[]): readonly string[] {
  return items.length < 2 ? items : items.map((item, index) => `（${chineseNumeral(index + 1)}）${item}`);
}

function reliance({
  origin,
  justification,
}: {
  readonly origin: string;
  readonly justification: string;
}): string {
  return `适用${chineseCitation(origin)}：${justification}`;
}

function attachmentList(titles: readonly string[]): Paragraph[] {
  const entries = titles.length === 1 ? titles : titles.map((title, index) => `${index + 1}. ${title}`);
  // Further entries stand under the first: behind 附件： and the indent of two characters.
  const hanging = 5 * sizes.three * 10;
  return [
    ...blankLines(1),
    ...entries.map((entry, index) =>
      index === 0
        ? bodyParagraph(`附件：${entry}`)
        : paragraph(entry, { spacing: bodySpacing, indent: { left: hanging } }),
    ),
  ];
}

/** Signature of the issuer with the date below, and the place of its seal over both. */
export function signatureBlock({ issuer, date }: DecisionPrint): (Paragraph | Table)[] {
  const width = Math.max(issuer.name.length * 16, 260) * 20;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  const centred = { alignment: AlignmentType.CENTER, keepNext: true, spacing: bodySpacing };
  const cell = (size: number, children: Paragraph[]) =>
    new TableCell({ width: { size, type: WidthType.DXA }, borders, children });
  return [
    ...blankLines(2),
    new Table({
      borders: { ...borders, insideHorizontal: none, insideVertical: none },
      columnWidths: [textWidth - width, width],
      width: { size: textWidth, type: WidthType.DXA },
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            cell(textWidth - width, [paragraph('')]),
            cell(width, [
              paragraph('（印章）', centred, { size: sizes.five, color: '999999' }),
              paragraph(issuer.name, centred),
              paragraph(chineseDate(date), { ...centred, keepNext: false }),
            ]),
          ],
        }),
      ],
    }),
  ];
}
