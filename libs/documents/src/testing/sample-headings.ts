/** How the headings of a sample plan are written. */
export type SampleNumbering =
  /** 一、 and 1. */
  | 'chinese'
  /** 第一章 and （一） */
  | 'chapter-words'
  /** （一） and 1. */
  | 'chinese-bracketed'
  /** 1. and 1.1 */
  | 'arabic'
  /** 1、 and (1) */
  | 'arabic-comma'
  /** １． and （１） in full-width digits */
  | 'full-width'
  /** Word numbers the paragraphs; nothing of it is in the text. */
  | 'automatic'
  /** Styles Heading 1 and Heading 2, no numbers. */
  | 'styles'
  /** Styles named 标题 1 and 标题 2 as in a Chinese Word, no numbers. */
  | 'chinese-styles'
  /** Bold paragraphs, no numbers. */
  | 'bold'
  /** Plain paragraphs, no numbers. */
  | 'none';

type TypedNumbering = Exclude<SampleNumbering, 'automatic' | 'styles' | 'chinese-styles' | 'bold' | 'none'>;
type Prefix = (chapter: number, section: number | undefined) => string;

const chineseNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const prefixes: Readonly<Record<TypedNumbering, Prefix>> = {
  chinese: (chapter, section) => (section === undefined ? `${chinese(chapter)}、` : `${section}. `),
  'chapter-words': (chapter, section) =>
    section === undefined ? `第${chinese(chapter)}章　` : `（${chinese(section)}）`,
  'chinese-bracketed': (chapter, section) =>
    section === undefined ? `（${chinese(chapter)}）` : `${section}．`,
  arabic: (chapter, section) => (section === undefined ? `${chapter}. ` : `${chapter}.${section} `),
  'arabic-comma': (chapter, section) => (section === undefined ? `${chapter}、` : `(${section}) `),
  'full-width': (chapter, section) =>
    section === undefined ? `${fullWidth(chapter)}．` : `（${fullWidth(section)}）`,
};

/** The number typed in front of a heading; empty where none is typed. Both counts are from 1. */
export function typedNumber(numbering: SampleNumbering, chapter: number, section?: number): string {
  return isTyped(numbering) ? prefixes[numbering](chapter, section) : '';
}

function isTyped(numbering: SampleNumbering): numbering is TypedNumbering {
  return Object.hasOwn(prefixes, numbering);
}

function chinese(number: number): string {
  return chineseNumbers[number - 1] ?? String(number);
}

function fullWidth(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
