import fc from 'fast-check';
import { checkUscc, isUscc, usccCheckCharacter } from './index.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const body = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((all) => all.join(''));
const valid = body.map((text) => text + usccCheckCharacter(text));

describe('a unified social credit code', () => {
  it('is valid with its check character, which may be a letter', () => {
    expect(checkUscc('91350100M000100Y43')).toEqual({ valid: true });
    const letter = fc.sample(valid, { numRuns: 200, seed: 1 }).filter((code) => /[A-Z]$/.test(code));
    expect(letter.length).toBeGreaterThan(0);
    for (const code of letter) expect(isUscc(code)).toBe(true);
  });

  it('says which check character was expected', () => {
    expect(checkUscc('91310115MA1G4L1WXK')).toEqual({
      valid: false,
      problem: 'check-character',
      character: 'K',
      expected: '7',
    });
  });

  it.each([
    ['', 0],
    ['91350100M000100Y4', 17],
    ['91350100M000100Y433', 19],
    [' 91350100M000100Y43', 19],
  ])('says that "%s" has %i characters', (code, length) => {
    expect(checkUscc(code)).toEqual({ valid: false, problem: 'length', length });
  });

  it.each([
    ['91350100M000I00Y43', 'I', 13],
    ['91350100m000100Y43', 'm', 9],
    ['91350100M000100Y4３', '３', 18],
    ['😀1350100M000100Y43', '😀', 1],
  ])('says what character of %s is not in the alphabet', (code, character, position) => {
    expect(checkUscc(code)).toEqual({ valid: false, problem: 'character', character, position });
  });

  it('does not survive one wrong character', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), fc.constantFrom(...alphabet), (code, at, character) => {
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        expect(isUscc(changed)).toBe(changed === code);
      }),
    );
  });

  it('does not survive two neighbours changing places', () => {
    fc.assert(
      fc.property(valid, fc.nat(16), (code, at) => {
        const swapped = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`;
        expect(isUscc(swapped)).toBe(swapped === code);
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(typeof checkUscc(text).valid).toBe('boolean');
      }),
    );
  });

  it('has no check character for anything but 17 characters of the alphabet', () => {
    expect(() => usccCheckCharacter('9135')).toThrow(RangeError);
    expect(() => usccCheckCharacter('91350100M000I00Y4')).toThrow(/alphabet/);
  });
});
