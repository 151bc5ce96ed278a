import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { printable } from './chinese-text.ts';
import { fonts, lineHeight, sizes } from './page.ts';

/** Look of a run of text. */
export type RunLook = Omit<IRunOptions, 'text' | 'children'>;
/** Place and spacing of a paragraph. */
export type ParagraphLook = Omit<IParagraphOptions, 'text' | 'children'>;

/** Line spacing of the body. */
export const bodySpacing = { line: lineHeight, lineRule: LineRuleType.EXACT } as const;

/** A run of text without characters a document cannot hold. */
export function run(text: string, look: RunLook = {}): TextRun {
  const parts = printable(text).split('\t');
  return new TextRun({
    ...look,
    children: parts.flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part])),
  });
}

/** A paragraph of one run. */
export function paragraph(text: string, look: ParagraphLook = {}, runLook: RunLook = {}): Paragraph {
  return new Paragraph({ ...look, children: [run(text, runLook)] });
}

/** A paragraph of the body: third size FangSong, 22 lines a page, first line two characters in. */
export function bodyParagraph(text: string, runLook: RunLook = {}): Paragraph {
  return paragraph(
    text,
    { spacing: bodySpacing, indent: { firstLine: 2 * sizes.three * 10 }, alignment: AlignmentType.JUSTIFIED },
    runLook,
  );
}

/** A line of the body from the left edge. */
export function flushParagraph(text: string, runLook: RunLook = {}): Paragraph {
  return paragraph(text, { spacing: bodySpacing }, runLook);
}

/** Empty lines of the body. */
export function blankLines(count: number): Paragraph[] {
  return Array.from({ length: count }, () => flushParagraph(''));
}

/** The title of a document: second size, centred. */
export function titleParagraph(text: string): Paragraph {
  return paragraph(
    text,
    { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT } },
    { font: fonts.title, size: sizes.two },
  );
}

/** Paragraphs of a text; empty lines are dropped. */
export function bodyParagraphs(text: string): Paragraph[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => bodyParagraph(line.trim()));
}
