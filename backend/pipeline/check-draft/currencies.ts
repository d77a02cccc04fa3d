const NAMES: readonly (readonly [string, RegExp])[] = [
  ['EUR', /^(?:€|eur$|euros?$|ユーロ)/],
  ['USD', /^(?:\$|usd?$|dollars?$|dolar(?:es)?$|ドル)/],
  ['GBP', /^(?:£|gbp$|pounds?$|pfund$|libras?$|livres?$|sterling$|ポンド)/],
  ['JPY', /^(?:¥|jpy$|yens?$|ienes?$|円)/],
  ['CHF', /^(?:chf$|sfr$|franken$|francs?$|francos?$)/],
  ['BRL', /^(?:brl$|reais$)/],
  ['INR', /^(?:₹|inr$|rupees?$|rupien$)/],
  ['CENT', /^(?:cents?$|centimes?$|centimos?$|centavos?$)/],
  ['OTHER', /^(?:cad|aud|nzd|mxn|ars|clp|cop|cny|krw|nok|dkk|pln|czk|huf|zar|sgd|hkd|pesos?|kronen)$|^[₩₺₽₴₪]/],
];

/** The currency that a word or sign names; of `円です` it begins the word. */
export const currencyOf = (word: string): string | null => NAMES.find(([, pattern]) => pattern.test(word))?.[0] ?? null;

export const isCurrencyCode = (word: string): boolean =>
  currencyOf(word) !== null && (word.length === 1 || word.length === 3);
