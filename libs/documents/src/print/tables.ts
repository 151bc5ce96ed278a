import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { Bilingual, PrintRow } from './bilingual.ts';
import { fonts, sizes, textWidth } from './page.ts';
import { type RunLook, run } from './paragraphs.ts';

const cellMargins = { top: 60, bottom: 60, left: 100, right: 100 };
const cellText: RunLook = { size: sizes.smallFour };

/** Two columns: bilingual labels and their values. */
export function labelledTable(rows: readonly PrintRow[]): Table {
  const widths = [Math.round(textWidth * 0.32), Math.round(textWidth * 0.68)];
  return fixedTable(
    widths,
    rows.map(
      ({ label, value }) => new TableRow({ cantSplit: true, children: [labelCell(label), textCell(value)] }),
    ),
  );
}

/** A table with bilingual column heads, repeated on every page. */
export function columnsTable(
  columns: readonly Bilingual[],
  rows: readonly (readonly string[])[],
  shares: readonly number[] = columns.map(() => 1 / columns.length),
): Table {
  return fixedTable(
    shares.map((share) => Math.round(textWidth * share)),
    [
      new TableRow({ tableHeader: true, children: columns.map((column) => labelCell(column)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => textCell(text)) })),
    ],
  );
}

/** A table of the full text width whose columns keep their widths, in twips. */
export function fixedTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows: [...rows],
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  });
}

/** A cell of bilingual label: Chinese above, English small below; `\n` starts a new line of Chinese. */
export function labelCell({ zh, en }: Bilingual): TableCell {
  return cell([
    ...zh.split('\n').map((line) => new Paragraph({ children: [run(line, labelText)] })),
    new Paragraph({ children: [run(en, { size: sizes.six })] }),
  ]);
}

/** A cell of text; `\n` starts a new line, a line that is one SHA-256 is set in small code type. */
export function textCell(text: string): TableCell {
  return cell(
    text
      .split('\n')
      .map((line) => new Paragraph({ children: [run(line, isHash(line) ? hashText : cellText)] })),
  );
}

const labelText: RunLook = { size: sizes.smallFour, font: fonts.heading };
const hashText: RunLook = { font: fonts.code, size: 14 };

function isHash(line: string): boolean {
  return /^(?:SHA-256 )?[0-9a-f]{64}$/.test(line);
}

function cell(children: readonly Paragraph[]): TableCell {
  return new TableCell({
    children: [...children],
    margins: cellMargins,
    verticalAlign: VerticalAlign.CENTER,
  });
}
