/** What a text holds, counted as Word counts. */
export interface WordCount {
  /** Words: {@link WordCount.asian} and {@link WordCount.other} together (字数). */
  readonly words: number;
  /** Chinese and Japanese characters and their punctuation, one each. */
  readonly asian: number;
  /** Runs of other characters between white space and Asian characters (非中文单词). */
  readonly other: number;
}

/**
 * Characters that count one each: ideographs, kana, bopomofo, CJK symbols and punctuation, vertical and
 * full-width forms. Hangul is not among them: Korean is counted by the word.
 */
const asianClass =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}' +
  '\\u3001-\\u303F\\u3200-\\u33FF\\uFE10-\\uFE1F\\uFE30-\\uFE4F\\uFF01-\\uFF65\\uFFE0-\\uFFE6';

/** Punctuation that Chinese and Latin text share; it is Chinese where it touches an Asian character. */
const sharedClass = '\\u00B7\\u2014\\u2015\\u2018\\u2019\\u201C\\u201D\\u2025\\u2026';

const spaceClass = '\\s\\u200B\\u2060\\uFEFF';

/** Pieces of a text: an Asian run, a run of shared punctuation, white space, or anything else. */
const pieces = new RegExp(
  `(?<asian>[${asianClass}]+)|(?<shared>[${sharedClass}]+)|(?<space>[${spaceClass}]+)|` +
    `[^${asianClass}${sharedClass}${spaceClass}]+`,
  'gu',
);

const asianNext = new RegExp(`[${asianClass}]`, 'uy');

/**
 * The words of a text, in time linear in its length.
 *
 * Word publishes no rule. This is our reading of the two figures it shows, 中文字符和朝鲜语单词 and 非中文单词, and
 * was not compared with Word itself: an Asian character or Asian punctuation mark is one word; everything else is counted by runs, which white space and Asian characters end. A half-width mark alone
 * between Asian characters is such a run. Quotation marks, dashes and ellipses, which both scripts share, are
 * Asian where they touch an Asian character and part of a run elsewhere (`don’t`). A character outside the
 * basic plane is one character.
 */
export function countWords(text: string): WordCount {
  let asian = 0;
  let other = 0;
  let before: 'asian' | 'space' | 'run' = 'space';
  for (const { 0: piece, groups, index } of text.matchAll(pieces)) {
    if (groups?.['space'] !== undefined) {
      before = 'space';
    } else if (groups?.['asian'] !== undefined || isAsianMark(groups?.['shared'], before, text, index)) {
      asian += Array.from(piece).length;
      before = 'asian';
    } else {
      if (before !== 'run') other += 1;
      before = 'run';
    }
  }
  return { words: asian + other, asian, other };
}

/** Whether a run of shared punctuation touches an Asian character. */
function isAsianMark(marks: string | undefined, before: string, text: string, index: number): boolean {
  if (marks === undefined) return false;
  if (before === 'asian') return true;
  asianNext.lastIndex = index + marks.length;
  return asianNext.test(text);
}
