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

  it.each([
    ['members that look like array indices', { 10: 1, 9: 2, a: 3 }],
    ['a member with an effect of its own', JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}')],
    ['text that only looks like half of a surrogate pair', { b: '\\ud800', a: '\u{1F600}' }],
    ['members in order around members that are not', { a: [{ c: 1, b: { e: 2, d: [3] } }], f: null }],
  ])('equals the reference implementation for %s', (_what, value) => {
    expect(canonicalJson(value)).toBe(canonicalize(value));
  });

  it('takes time in proportion to the depth of what is out of order', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 200; depth += 1) value = { b: 0, a: value };
    expect(canonicalJson(value)).toBe(canonicalize(value));
  });

  it.each([['\ud800'], [{ '\udc00': 1 }], [Number.NaN], [[Number.POSITIVE_INFINITY]], [{ at: () => 1 }]])(
    'refuses what has no canonical form',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'not-canonical' }));
    },
  );
});
