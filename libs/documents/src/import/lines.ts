import mammoth from 'mammoth';
import { DocumentProblem } from '../document-problem.ts';
import type { Line } from './line.ts';
import { kindOfName, type StyleKind } from './style-kinds.ts';

/** Mammoth's document model, as far as it is read here. */
interface ModelNode {
  readonly type: string;
  readonly children?: readonly ModelNode[];
  readonly value?: string;
  readonly checked?: boolean;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number } | null;
  readonly alignment?: string | null;
  readonly isBold?: boolean;
}

interface Piece {
  readonly text: string;
  readonly bold: boolean;
}

/** Lines of the main document of a DOCX that has passed every check. */
export async function readLines(
  docx: Buffer,
  styles: ReadonlyMap<string, StyleKind>,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer: docx },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document: ModelNode) => {
          lines.push(...blockLines(document.children ?? [], styles));
          // Only the model is wanted; an empty document leaves nothing to convert.
          return { ...document, children: [] };
        },
      },
    );
  } catch {
    throw new DocumentProblem('docx-damaged', { part: 'word' });
  }
  return lines;
}

function blockLines(blocks: readonly ModelNode[], styles: ReadonlyMap<string, StyleKind>): Line[] {
  return blocks.flatMap((block) =>
    block.type === 'table' ? tableLines(block, styles) : paragraphLines(block, styles),
  );
}

function tableLines(table: ModelNode, styles: ReadonlyMap<string, StyleKind>): Line[] {
  return (table.children ?? []).flatMap((row) => {
    const cells = row.children ?? [];
    // Forms often put the whole plan into a table of one column: then its paragraphs are ordinary ones.
    return cells.length === 1
      ? blockLines(cells[0]?.children ?? [], styles)
      : [{ ...plainLine, text: cells.map(cellText).join('\t'), tableRow: true }];
  });
}

function cellText(cell: ModelNode): string {
  return (cell.children ?? [])
    .flatMap((block) => (block.type === 'table' ? (block.children ?? []).map(cellText) : [plainText(block)]))
    .join(' ')
    .trim();
}

function plainText(node: ModelNode): string {
  return pieces(node, false)
    .map((piece) => piece.text)
    .join('')
    .replaceAll('\n', ' ');
}

const plainLine: Line = {
  text: '',
  headingLevel: null,
  contents: false,
  automaticLevel: null,
  boldLead: 0,
  centred: false,
  tableRow: false,
};

function paragraphLines(paragraph: ModelNode, styles: ReadonlyMap<string, StyleKind>): Line[] {
  const kind = styles.get(paragraph.styleId ?? '') ?? kindOfName(paragraph.styleName ?? '');
  const level = Number(paragraph.numbering?.level ?? Number.NaN);
  return splitAtBreaks(pieces(paragraph, false)).map((parts) => ({
    text: parts.map((part) => part.text).join(''),
    headingLevel: kind?.headingLevel ?? null,
    contents: kind?.contents ?? false,
    automaticLevel: Number.isInteger(level) ? level : null,
    boldLead: boldLead(parts),
    centred: paragraph.alignment === 'center',
    tableRow: false,
  }));
}

/** Text of a node in reading order; every break is `\n`. */
function pieces(node: ModelNode, bold: boolean): Piece[] {
  switch (node.type) {
    case 'text':
      // A character reference can smuggle in half a surrogate pair, which no hash is defined for.
      return [{ text: (node.value ?? '').toWellFormed().replaceAll('\u00ad', ''), bold }];
    case 'tab':
      return [{ text: '\t', bold }];
    case 'break':
      return [{ text: '\n', bold }];
    case 'checkbox':
      return [{ text: node.checked ? '☑' : '☐', bold }];
    default:
      return (node.children ?? []).flatMap((child) => pieces(child, bold || (node.isBold ?? false)));
  }
}

function splitAtBreaks(all: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of all) {
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) {
        lines.push([]);
      }
      lines.at(-1)?.push({ text, bold: piece.bold });
    }
  }
  return lines;
}

function boldLead(parts: readonly Piece[]): number {
  const firstPlain = parts.findIndex((part) => !part.bold && part.text.trim() !== '');
  const bold = firstPlain === -1 ? parts : parts.slice(0, firstPlain);
  return bold.some((part) => part.bold) ? bold.reduce((length, part) => length + part.text.length, 0) : 0;
}
