import fc from 'fast-check';
import { isSameName, nameKey, normaliseName } from './index.ts';

const zeroWidthSpace = '\u200B';

describe('names', () => {
  it.each([
    ['  吉林省  新材料产业创新中心 ', '吉林省 新材料产业创新中心'],
    ['ＪｉＬｉｎ　Province', 'JiLin Province'],
    ['研究院（长春）', '研究院(长春)'],
    [`吉林${zeroWidthSpace}省`, '吉林省'],
    ['ﬁne', 'fine'],
    [' \n ', ''],
  ])('%j is normalised to %j', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it('are normalised once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const once = normaliseName(name);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });

  it('are the same however they are written', () => {
    expect(isSameName('吉林省 生物（医药）产业创新中心', '吉林省生物(医药)产业创新中心')).toBe(true);
    expect(isSameName('JiLin Province', 'jilin  province')).toBe(true);
    expect(isSameName('吉林省甲产业创新中心', '吉林省乙产业创新中心')).toBe(false);
    expect(nameKey('Ａ Ｂ')).toBe('ab');
  });
});
