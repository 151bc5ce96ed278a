import { splitNumber } from './heading-number.ts';

describe('splitNumber', () => {
  it.each([
    ['一、摘要', 'chinese', 1, '摘要'],
    ['一 摘要', 'chinese', 1, '摘要'],
    ['十二．风险', 'chinese', 12, '风险'],
    ['第一章　摘要', 'chapter-word', 1, '摘要'],
    ['第 3 部分：建设方案', 'chapter-word', 3, '建设方案'],
    ['（一）摘要', 'chinese-bracketed', 1, '摘要'],
    ['㈡组建依据', 'chinese-bracketed', 2, '组建依据'],
    ['1. 摘要', 'arabic', 1, '摘要'],
    ['1、摘要', 'arabic', 1, '摘要'],
    ['１．摘要', 'arabic', 1, '摘要'],
    ['8附件', 'arabic', 8, '附件'],
    ['(1) 建设地点', 'arabic-bracketed', 1, '建设地点'],
    ['（１）建设地点', 'arabic-bracketed', 1, '建设地点'],
    ['①建设地点', 'arabic-bracketed', 1, '建设地点'],
    ['2）建设内容', 'arabic-bracketed', 2, '建设内容'],
    ['6.1 建设地点', 'multi-level', 1, '建设地点'],
    ['6.1.2建设地点', 'multi-level', 2, '建设地点'],
    ['附件2：章程', 'arabic', 2, '章程'],
    ['摘要', null, null, '摘要'],
    ['附件', null, null, '附件'],
    ['一体化建设', null, null, '一体化建设'],
    ['2025年目标', null, null, '2025年目标'],
  ])('parts %s', (heading, form, ordinal, rest) => {
    expect(splitNumber(heading)).toEqual({ form, ordinal, rest });
  });
});
