const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether a unified social credit code (GB 32100) has the right check character. */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const values = [...code].map((character) => usccAlphabet.indexOf(character));
  if (values.some((value) => value < 0)) return false;
  const { sum } = values
    .slice(0, 17)
    .reduce(({ sum, weight }, value) => ({ sum: sum + value * weight, weight: (weight * 3) % 31 }), {
      sum: 0,
      weight: 1,
    });
  return values[17] === (31 - (sum % 31)) % 31;
}

/** Whether an area lies in a province. */
export function isWithin(area: string, province: string): boolean {
  return area.slice(0, 2) === province.slice(0, 2);
}
