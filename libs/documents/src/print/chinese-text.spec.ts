import { chineseCitation, chineseDate, chineseNumeral, printable } from './chinese-text.ts';

describe('chinese texts', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [24, '二十四'],
    [99, '九十九'],
  ])('numeral %d', (number, text) => {
    expect(chineseNumeral(number)).toBe(text);
  });

  it('dates have no leading zeros', () => {
    expect(chineseDate('2020-05-07')).toBe('2020年5月7日');
    expect(() => chineseDate('2020-5-7')).toThrow(RangeError);
  });

  it.each([
    ['Art. 15', '第十五条'],
    ['Art. 14(1)', '第十四条第（一）项'],
    ['Art. 15–17', '第十五条至第十七条'],
    ['Art. 15, 17', '第十五条、第十七条'],
    ['annex 2', '附件2'],
    ['interpretation of Art. 19', '第十九条（按解释适用）'],
    ['platform default', '平台默认规则'],
    ['《行政许可法》第八条', '《行政许可法》第八条'],
  ])('citation %s', (origin, text) => {
    expect(chineseCitation(origin)).toBe(text);
  });

  it('printable text holds nothing XML excludes', () => {
    expect(printable('a\u0000\u0008\u001bb\tc\n\ud800d')).toBe('ab\tc\n\ufffdd');
  });
});
