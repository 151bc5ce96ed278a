import { originInChinese, withTerms } from './terms.ts';

const terms = { draft: '起草中', submit: '提交' };

it('puts the word before a code, and leaves what is none', () => {
  expect(withTerms('draft', terms)).toBe('起草中（draft）');
  expect(withTerms('draft, submit, 其他', terms)).toBe('起草中（draft）、提交（submit）、其他');
  expect(withTerms(3, terms)).toBe('3');
  expect(withTerms('constructor', terms)).toBe('constructor');
});

it.each([
  ['Art. 15', '第 15 条'],
  ['interpretation of Art. 17', '对第 17 条的解释'],
  ['annex 2', '附件 2'],
  ['platform default', '平台默认规则'],
  ['something else', 'something else'],
])('tells the origin %s', (origin, chinese) => expect(originInChinese(origin)).toBe(chinese));
