import { fileURLToPath } from 'node:url';
import { costOf } from '../backend/pipeline/cost.ts';
import type { Answer } from '../backend/ports/engine.ts';
import { pricesSchema } from '../backend/ports/prices.ts';
import { readJson } from './read-file.ts';

const PRICES = fileURLToPath(new URL('../backend/model-prices.json', import.meta.url));

/** `usd` is null when a model that was asked has no price in backend/model-prices.json. */
export type Cost = {
  calls: number;
  promptTokens: number;
  cachedTokens: number;
  completionTokens: number;
  usd: number | null;
};

/** Adds up what answers have used, also those that were of no use. */
export function countCost(): { add(answer: Answer<unknown>): void; total(): Cost } {
  const prices = readJson(PRICES, pricesSchema);
  const sums = { calls: 0, promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
  let microUsd: number | null = 0;
  return {
    add({ usage }) {
      sums.calls++;
      if (!usage) return;
      sums.promptTokens += usage.promptTokens;
      sums.cachedTokens += usage.cachedTokens;
      sums.completionTokens += usage.completionTokens;
      const price = costOf(usage, usage.model ?? '', prices);
      microUsd = microUsd === null || price === null ? null : microUsd + price;
    },
    total: () => ({ ...sums, usd: microUsd === null ? null : microUsd / 1e6 }),
  };
}
