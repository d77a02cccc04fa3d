const digitsOf = (text: string): number[] => [...text].map(Number);

export function isLuhn(digits: string): boolean {
  const sum = digitsOf(digits).reduceRight((total, digit, index) => {
    const doubled = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && !/^(\d)\1*$/.test(digits);
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

const weighted = (digits: number[], weights: number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spanish DNI and NIE. */
export function isDni(id: string): boolean {
  const number = id
    .toUpperCase()
    .replace(/[-. ]/g, '')
    .replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return number.at(-1) === DNI_LETTERS[Number(number.slice(0, -1)) % 23];
}

/** French NIR, Corsican departments included. */
export function isNir(id: string): boolean {
  const compact = id.toUpperCase().replace(/ /g, '').replace('2A', '19').replace('2B', '18');
  return /^\d{15}$/.test(compact) && 97 - Number(BigInt(compact.slice(0, 13)) % 97n) === Number(compact.slice(13));
}

/** German tax identification number, ISO 7064 mod 11,10. */
export function isGermanTaxId(id: string): boolean {
  const digits = digitsOf(id.replace(/\D/g, ''));
  const product = digits.slice(0, 10).reduce((previous, digit) => {
    const sum = (digit + previous) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return digits.length === 11 && digits[0] !== 0 && (11 - product) % 10 === digits[10];
}

const brazilDigit = (digits: number[], weights: number[]): number => {
  const rest = weighted(digits, weights) % 11;
  return rest < 2 ? 0 : 11 - rest;
};

export function isCpf(id: string): boolean {
  const digits = digitsOf(id.replace(/\D/g, ''));
  if (digits.length !== 11 || new Set(digits).size === 1) return false;
  const first = brazilDigit(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = brazilDigit(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return digits[9] === first && digits[10] === second;
}

export function isCnpj(id: string): boolean {
  const digits = digitsOf(id.replace(/\D/g, ''));
  if (digits.length !== 14 || new Set(digits).size === 1) return false;
  const first = brazilDigit(digits, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = brazilDigit(digits, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return digits[12] === first && digits[13] === second;
}

/** Japanese individual number. */
export function isMyNumber(id: string): boolean {
  const digits = digitsOf(id.replace(/\D/g, ''));
  const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return digits.length === 12 && (rest <= 1 ? 0 : 11 - rest) === digits[11];
}

/** UK NHS number. */
export function isNhs(id: string): boolean {
  const digits = digitsOf(id.replace(/\D/g, ''));
  return digits.length === 10 && (11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digits[9];
}
