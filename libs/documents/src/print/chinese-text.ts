const digits = '零一二三四五六七八九';

/** Chinese numeral of an integer from 1 to 99, for example 十五. */
export function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const tenText = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${tenText}${ones === 0 && tens > 0 ? '' : digits[ones]}`;
}

/** Calendar date `YYYY-MM-DD` as GB/T 9704 prints it: no leading zeros, for example 2020年5月27日. */
export function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!match) {
    throw new RangeError(`Not a calendar date YYYY-MM-DD: ${date}`);
  }
  return `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

/**
 * An origin as a Chinese document cites it: `Art. 15` → 第十五条, `Art. 14(1)` → 第十四条第（一）项, `Art. 15–17` →
 * 第十五条至第十七条, `annex 2` → 附件2. `interpretation of …` and `platform default` say so; any other text stays.
 */
export function chineseCitation(origin: string): string {
  const interpretation = /^interpretation of (.+)$/.exec(origin)?.[1];
  if (interpretation !== undefined) {
    return `${chineseCitation(interpretation)}（按解释适用）`;
  }
  const annex = /^annex (\d+)$/.exec(origin)?.[1];
  if (annex !== undefined) {
    return `附件${annex}`;
  }
  if (origin === 'platform default') {
    return '平台默认规则';
  }
  return /^Art\. [\d(),–\- ]+$/.test(origin) ? articles(origin.slice('Art. '.length)) : origin;
}

function articles(list: string): string {
  return list
    .split(/,\s*/)
    .map((range) => range.split(/[–-]/).map(article).join('至'))
    .join('、');
}

function article(reference: string): string {
  const [, number = '', item] = /^\s*(\d+)(?:\((\d+)\))?\s*$/.exec(reference) ?? [];
  return `第${chineseNumeral(Number(number))}条${item === undefined ? '' : `第（${chineseNumeral(Number(item))}）项`}`;
}

/** Text that XML can hold: whole characters, no control characters besides tab and line break. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 excludes.
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '');
}
