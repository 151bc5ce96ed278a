import fc from 'fast-check';
import { findLoneSurrogate, hasLoneSurrogate } from './index.ts';

const high = '\uD83D';
const low = '\uDE00';

describe('half a surrogate pair', () => {
  it('is found where it stands', () => {
    expect(findLoneSurrogate('吉林😀')).toBeUndefined();
    expect(findLoneSurrogate(`ab${high}`)).toBe(2);
    expect(findLoneSurrogate(`${low}ab`)).toBe(0);
    expect(findLoneSurrogate(`😀${low}${high}`)).toBe(2);
  });

  it('is found anywhere in a JSON value', () => {
    expect(hasLoneSurrogate({ a: ['x', { b: `y${low}` }] })).toBe(true);
    expect(hasLoneSurrogate({ [high]: 1 })).toBe(true);
    expect(hasLoneSurrogate({ a: ['x', { b: '😀' }], c: null, d: 1, e: true })).toBe(false);
  });

  it('is what makes a text ill-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '字', '😀', high, low) }), (text) => {
        expect(findLoneSurrogate(text) === undefined).toBe(text.isWellFormed());
        expect(hasLoneSurrogate(text)).toBe(!text.isWellFormed());
      }),
    );
  });
});
