import { describe, expect, it } from 'vitest';
import { usageViewSchema } from '../contract/admin.ts';
import type { UsageRow } from '../ports/store.ts';
import { toUsageView } from './usage-view.ts';

const row = (over: Partial<UsageRow> = {}): UsageRow => ({
  day: '2026-01-02',
  model: 'gpt-4o-mini',
  purpose: 'classify',
  calls: 2,
  promptTokens: 1_000,
  cachedTokens: 0,
  completionTokens: 100,
  microUsd: 3_000,
  unpricedCalls: 0,
  ...over,
});
const unpriced = (over: Partial<UsageRow> = {}) => row({ model: 'house', microUsd: 0, unpricedCalls: 2, ...over });
const spared = row({ purpose: 'spared', calls: 4, microUsd: 0 });
const view = (rows: UsageRow[]) =>
  usageViewSchema.parse(toUsageView(rows, { since: '2026-01-01', monthStart: '2026-01-01', limitUsd: null }));

describe('what models cost', () => {
  it('is not known where a model has no price, and not nothing', () => {
    const { days, total, spared: saved, budget } = view([unpriced(), spared]);
    expect(days.map(({ usd }) => usd)).toEqual([null, 0]);
    expect(total).toEqual({ calls: 2, unpricedCalls: 2, usd: null });
    expect(saved).toEqual({ calls: 4, usd: null });
    expect(budget.spentUsd).toBe(0);
  });

  it('adds up what is known and says what that lacks', () => {
    const { total, spared: saved, budget } = view([row(), unpriced(), row({ purpose: 'draft', calls: 1 }), spared]);
    expect(total).toEqual({ calls: 5, unpricedCalls: 2, usd: 0.006 });
    expect(saved.usd).toBeCloseTo(4 * 0.0015);
    expect(budget.spentUsd).toBe(0.006);
  });

  it('is nothing where nothing was asked', () => {
    expect(view([])).toMatchObject({ total: { calls: 0, usd: 0 }, spared: { calls: 0, usd: 0 } });
  });
});
