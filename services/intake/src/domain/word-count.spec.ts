import { countAsWord } from './word-count.ts';

describe('the length of a text as Word counts', () => {
  it.each([
    ['', 0],
    ['  \n\t ', 0],
    ['无', 1],
    ['产业创新中心', 6],
    ['产业，创新。', 6],
    ['center of innovation', 3],
    ['投资12,000万元', 5],
    ['R&D 投入', 3],
    ['“双碳”', 4],
    ['第一段\n第二段', 6],
    ['全角\u3000空格', 4],
    ['𠮷林', 2],
  ])('%j is %i', (text, count) => {
    expect(countAsWord(text)).toBe(count);
  });
});
