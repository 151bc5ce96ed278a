import {
  AlignmentType,
  BorderStyle,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { chineseDate } from './chinese-text.ts';
import type { DecisionPrint } from './decision-model.ts';
import { fonts, sizes, textWidth } from './page.ts';
import { paragraph, run } from './paragraphs.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
/** One character of fourth size, in twips. */
const character = sizes.four * 10;

/** Foot of the last page (版记): copies and printing, at the lower edge of the text area. */
export function documentFoot({ copies = [], printing }: DecisionPrint): (Table | Paragraph)[] {
  const lines = [
    ...(copies.length === 0 ? [] : [copiesLine(copies)]),
    ...(printing === undefined ? [] : [printingLine(printing)]),
  ];
  // A floating table is anchored to the paragraph after it, so there has to be one.
  return lines.length === 0 ? [] : [footTable(lines), anchor()];
}

function anchor(): Paragraph {
  return paragraph('', { spacing: { line: 20, lineRule: LineRuleType.EXACT } }, { size: 2 });
}

function footTable(lines: readonly Paragraph[]): Table {
  const last = lines.length - 1;
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    float: {
      verticalAnchor: TableAnchorType.MARGIN,
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: lines.map(
      (line, index) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: textWidth, type: WidthType.DXA },
              borders: {
                top: index === 0 ? thick : thin,
                bottom: index === last ? thick : thin,
                left: none,
                right: none,
              },
              children: [line],
            }),
          ],
        }),
    ),
  });
}

function copiesLine(copies: readonly string[]): Paragraph {
  return new Paragraph({
    indent: { left: 4 * character, right: character, hanging: 3 * character },
    children: [run(`抄送：${copies.join('，')}。`, { size: sizes.four })],
  });
}

function printingLine({ office, date }: { readonly office: string; readonly date: string }): Paragraph {
  return new Paragraph({
    indent: { left: character, right: character },
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth - character }],
    children: [run(`${office}\t${chineseDate(date)}印发`, { size: sizes.four })],
  });
}

/** Page number between dashes, to the right on odd pages and to the left on even ones. */
export function pageNumberFooter(side: 'odd' | 'even'): Footer {
  const look = { font: fonts.number, size: sizes.four };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: character } : { left: character },
        children: [
          run('— ', look),
          new TextRun({ ...look, children: [PageNumber.CURRENT] }),
          run(' —', look),
        ],
      }),
    ],
  });
}
