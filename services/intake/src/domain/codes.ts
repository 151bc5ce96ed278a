const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function expectedUsccCheck(uscc: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of uscc.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

export function isUscc(uscc: string): boolean {
  return uscc.length === 18 && expectedUsccCheck(uscc) === uscc[17];
}

export function isAreaCode(code: string): boolean {
  return /^\d{6}$/.test(code) || /^[A-Z]+-[A-Z0-9-]+$/.test(code);
}

export function isWithin(area: string, province: string): boolean {
  return area.slice(0, 2) === province.slice(0, 2);
}
