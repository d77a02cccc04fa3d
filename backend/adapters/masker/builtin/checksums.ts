const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 48;

export function isLuhn(digits: string): boolean {
  let sum = 0;
  let isVaried = false;
  for (let index = 0; index < digits.length; index++) {
    const digit = digitAt(digits, index);
    isVaried ||= digit !== digitAt(digits, 0);
    const value = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return isVaried && sum % 10 === 0;
}

/** ISO 7064 mod 97-10 on an IBAN without separators. */
export function isMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);

/** German tax identification number, ISO 7064 mod 11,10; of the rules on repeated digits only "no four in a row". */
export function isGermanTaxId(digits: string): boolean {
  if (/(\d)\1{3}/.test(digits)) return false;
  let product = 10;
  for (let index = 0; index < 10; index++) product = (((digitAt(digits, index) + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === digitAt(digits, 10);
}

/** Japanese individual number. */
export function isMyNumber(digits: string): boolean {
  const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === digitAt(digits, 11);
}

/** UK NHS number. */
export const isNhs = (digits: string): boolean =>
  (11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(digits, 9);

const NRIC: Record<string, { offset: number; letters: string }> = {
  S: { offset: 0, letters: 'JZIHGFEDCBA' },
  T: { offset: 4, letters: 'JZIHGFEDCBA' },
  F: { offset: 0, letters: 'XWUTRQPNMLK' },
  G: { offset: 4, letters: 'XWUTRQPNMLK' },
  M: { offset: 3, letters: 'XWUTRQPNJLK' },
};

/** Singapore NRIC and FIN. */
export function isNric(id: string): boolean {
  const series = NRIC[id.charAt(0)];
  if (!series) return false;
  const rest = (weighted(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + series.offset) % 11;
  return series.letters.charAt(rest) === id.charAt(8);
}

/** Australian Medicare number. */
export const isMedicare = (digits: string): boolean =>
  weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(digits, 8);

/** US bank routing number. */
export const isRouting = (digits: string): boolean => weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;

/** YYMMDD of an id, any century. */
export function isDay(yymmdd: string): boolean {
  const month = Number(yymmdd.slice(2, 4));
  const day = Number(yymmdd.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
