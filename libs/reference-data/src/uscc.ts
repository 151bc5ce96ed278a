/** What a unified social credit code check found. `position` counts from 1. */
export type UsccCheck =
  | { readonly valid: true }
  | { readonly valid: false; readonly problem: 'length'; readonly length: number }
  | {
      readonly valid: false;
      readonly problem: 'character';
      readonly character: string;
      readonly position: number;
    }
  | {
      readonly valid: false;
      readonly problem: 'check-character';
      readonly character: string;
      readonly expected: string;
    };

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const modulus = alphabet.length;

/** Length of a unified social credit code. */
export const usccLength = 18;

/**
 * Checks a unified social credit code (统一社会信用代码) as it is written: capital letters, no spaces, no
 * full-width forms. Source: GB 32100-2015, check character by GB/T 17710 (weights 3^i mod 31).
 */
export function checkUscc(code: string): UsccCheck {
  const characters = [...code];
  if (characters.length !== usccLength) {
    return { valid: false, problem: 'length', length: characters.length };
  }
  const index = characters.findIndex((character) => !alphabet.includes(character));
  const foreign = characters[index];
  if (foreign !== undefined) {
    return { valid: false, problem: 'character', character: foreign, position: index + 1 };
  }
  const expected = usccCheckCharacter(code.slice(0, -1));
  const character = code.slice(-1);
  return character === expected
    ? { valid: true }
    : { valid: false, problem: 'check-character', character, expected };
}

/** Whether a text is a unified social credit code with the right check character. */
export function isUscc(code: string): boolean {
  return checkUscc(code).valid;
}

/** The check character of the first 17 characters. Throws a `RangeError` for any other text. */
export function usccCheckCharacter(body: string): string {
  const values = [...body].map((character) => alphabet.indexOf(character));
  if (values.length !== usccLength - 1 || values.includes(-1)) {
    throw new RangeError(`"${body}" is not ${usccLength - 1} characters of the alphabet ${alphabet}.`);
  }
  let weight = 1;
  let sum = 0;
  for (const value of values) {
    sum += value * weight;
    weight = (weight * 3) % modulus;
  }
  return alphabet.charAt((modulus - (sum % modulus)) % modulus);
}
