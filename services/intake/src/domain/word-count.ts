/** Characters Word counts one by one: Han, kana, hangul, bopomofo, and East Asian punctuation and full-width forms. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]/gu;

/**
 * The length of a text as Word shows it (“字数”): every East Asian character and punctuation mark counts one, and
 * so does every run of other characters between white space or East Asian characters.
 */
export function countAsWord(text: string): number {
  const single =
    text
      .replace(/\s/gu, ' ')
      .match(eastAsian)
      ?.filter((mark) => mark !== '\u3000').length ?? 0;
  const runs = text.replace(eastAsian, ' ').split(/\s+/u).filter(Boolean).length;
  return single + runs;
}
