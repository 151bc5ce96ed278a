/** How a heading is numbered by hand. */
export type NumberForm =
  | 'chapter-word'
  | 'chinese'
  | 'chinese-bracketed'
  | 'arabic'
  | 'arabic-bracketed'
  | 'multi-level';

/** A heading parted into its typed number and the rest. */
export interface NumberedHeading {
  readonly form: NumberForm | null;
  /** The number; of a multi-level number the last component. Null without number. */
  readonly ordinal: number | null;
  /** Text after the number. */
  readonly rest: string;
}

const chinese = '[〇零一二两三四五六七八九十百]+';
const after = '[、.,:;\\s\\-—]*';

/** Forms in the order in which they are tried; the first group is the number, the second the rest. */
const forms: readonly (readonly [NumberForm, RegExp])[] = [
  ['chapter-word', new RegExp(`^第\\s*(${chinese}|\\d+)\\s*[章节部篇条](?:分)?${after}(.*)$`, 's')],
  ['chinese-bracketed', new RegExp(`^\\(?\\s*(${chinese})\\s*\\)${after}(.*)$`, 's')],
  ['chinese', new RegExp(`^(${chinese})(?:[、.,:;]|\\s)${after}(.*)$`, 's')],
  ['arabic', new RegExp(`^附件\\s*(${chinese}|\\d{1,2})${after}(.*)$`, 's')],
  ['multi-level', new RegExp(`^(?:\\d{1,2}\\s*[.．]\\s*)+(\\d{1,2})(?!\\d)${after}(.*)$`, 's')],
  ['arabic-bracketed', new RegExp(`^\\(?\\s*(\\d{1,2})\\s*\\)${after}(.*)$`, 's')],
  ['arabic', new RegExp(`^(\\d{1,2})(?!\\d)${after}(.*)$`, 's')],
];

/** Parts the number from a heading; full-width digits, circled numbers and the like count as plain ones. */
export function splitNumber(heading: string): NumberedHeading {
  const plain = plainForm(heading);
  for (const [form, pattern] of forms) {
    const match = pattern.exec(plain);
    if (match) {
      return { form, ordinal: ordinalOf(match[1] ?? ''), rest: match[2] ?? '' };
    }
  }
  return { form: null, ordinal: null, rest: plain };
}

/** NFKC with circled numbers as bracketed ones; invisible characters dropped, outer blanks trimmed. */
export function plainForm(text: string): string {
  return text
    .replaceAll(/[①-⑳]/g, (circled) => `(${circled.charCodeAt(0) - 0x2460 + 1})`)
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .trim();
}

const digits = '零一二三四五六七八九';

function ordinalOf(number: string): number | null {
  if (/^\d+$/.test(number)) {
    return Number(number);
  }
  const plain = number.replaceAll('〇', '零').replaceAll('两', '二');
  const match = /^(?:(.)?百)?零?(?:(.)?十)?(.)?$/.exec(plain);
  if (!match) {
    return null;
  }
  const [, hundreds, tens, ones] = match;
  const digit = (character: string | undefined, present: boolean) =>
    character === undefined ? Number(present) : digits.indexOf(character);
  return (
    100 * digit(hundreds, plain.includes('百')) +
    10 * digit(tens, plain.includes('十')) +
    (ones ? digits.indexOf(ones) : 0)
  );
}
