import fc from 'fast-check';
import { afterPrefix, compareScalars } from './scalar.ts';
import { searchForm, searchKeys } from './search-text.ts';

describe('afterPrefix', () => {
  it('is above every text with the prefix and below every greater text without it', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (prefix, other) => {
        const end = afterPrefix(prefix);
        const inside =
          compareScalars(other, prefix) >= 0 && (end === undefined || compareScalars(other, end) < 0);
        expect(inside).toBe(other.startsWith(prefix));
      }),
    ));

  it('skips the surrogates and knows when nothing is greater', () => {
    expect(afterPrefix('\ud7ff')).toBe('\ue000');
    expect(afterPrefix('a\u{10ffff}')).toBe('b');
    expect(afterPrefix('\u{10ffff}')).toBeUndefined();
    expect(afterPrefix('')).toBeUndefined();
  });
});

describe('searchKeys', () => {
  it('make a term inside a name findable by prefix', () => {
    const keys = searchKeys('吉林省 Ｌｉｇｈｔ  材料');
    expect(keys[0]).toBe('吉林省 light 材料');
    expect(keys.some((key) => key.startsWith(searchForm('LIGHT  材')))).toBe(true);
  });
});
