import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('equals the reference implementation for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
  });

  it('sorts members by UTF-16 code units and drops absent ones', () => {
    expect(canonicalJson({ '\ufb33': 2, '\u{1F600}': 1, b: undefined, a: [true, null, 1e21] })).toBe(
      '{"a":[true,null,1e+21],"\u{1F600}":1,"\ufb33":2}',
    );
  });

  it.each([['\ud800'], [{ '\udc00': 1 }], [Number.NaN], [[Number.POSITIVE_INFINITY]], [{ at: () => 1 }]])(
    'refuses what has no canonical form',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'not-canonical' }));
    },
  );
});
