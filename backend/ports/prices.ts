import { z } from 'zod';

const dollars = z.number('US dollars per million tokens').min(0);

/** US dollars per million tokens by model, dated names such as `gpt-4o-mini-2024-07-18` by their beginning. */
export const pricesSchema = z.record(
  z.string().min(1),
  z.strictObject({ input: dollars, cachedInput: dollars, output: dollars }),
);
export type Prices = z.infer<typeof pricesSchema>;

export const findPrice = (prices: Prices, model: string): Prices[string] | null => {
  const names = Object.keys(prices).filter((name) => model === name || model.startsWith(`${name}-`));
  const name = names.sort((a, b) => b.length - a.length)[0];
  return name === undefined ? null : (prices[name] ?? null);
};
