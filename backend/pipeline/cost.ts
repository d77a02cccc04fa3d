import type { Usage } from '../ports/engine.ts';
import { findPrice, type Prices } from '../ports/prices.ts';

/** What an answer costs in millionths of a dollar, by the model that answered or else the configured one; null when neither has a price. */
export function costOf(
  { model, promptTokens, cachedTokens, completionTokens }: Usage,
  configured: string,
  prices: Prices,
): number | null {
  const price = (model === null ? null : findPrice(prices, model)) ?? findPrice(prices, configured);
  if (!price) return null;
  // Dollars per million tokens are millionths of a dollar per token.
  const prompt = (promptTokens - cachedTokens) * price.input + cachedTokens * price.cachedInput;
  return Math.ceil(prompt + completionTokens * price.output);
}
