import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Spend } from '../../../../backend/contract/overview.ts';
import { someSpend } from '../../../test/lead-samples.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';
import { todayIn } from '../../parts/days.ts';

let today: string;
beforeEach(() => {
  today = todayIn('UTC');
});
const ofToday = (parts: Partial<Spend> = {}) => someSpend(parts, 28, today);
const openSpend = (spend: () => Spend, at = 'spend') =>
  renderOverview({ at, backend: (fake) => void Object.assign(fake.answers, { readSpend: spend }) });
const region = async (name: string | RegExp) => within(await screen.findByRole('region', { name }));
const budget = (limitUsd: number | null, spentUsd: number) => ({ limitUsd, spentUsd, month: today.slice(0, 7) });

describe('the page about cost', () => {
  it('stacks the days by what was asked, below the share of the budget', async () => {
    openSpend(ofToday);
    const days = await region('Cost by day');
    expect(days.getByText('Calls', { selector: 'dt' }).nextSibling?.textContent).toMatch(/^\d{1,2},\d{3}$/);
    const chart = within(days.getByRole('figure', { name: 'Cost by model and purpose' }));
    expect(chart.getByText('Classification', { selector: 'li *, li' })).toBeTruthy();
    expect(chart.getByText(/^The budget’s share of a day: \$1\.\d\d$/)).toBeTruthy();
    expect(days.getByText(/midnight UTC/)).toBeTruthy();
    expect(days.queryByText(/no known price/)).toBeNull();
  });

  it.each([
    ['within the budget', 50, 3, 'That is within the budget.'],
    [
      'over the budget',
      50,
      49,
      /^If each day .* mean of the last 7 whole days, .* That is \$\d+\.\d\d over the budget\.$/,
    ],
    ['a budget that is used up', 50, 50, 'The budget is used up: the built-in engine decides until the next month.'],
  ])('%s', async (_, limit, spent, says) => {
    const cheap = (each: Spend['days'][number]) => ({ ...each, usd: spent === 3 ? 0.01 : each.usd && each.usd + 2 });
    openSpend(() => ofToday({ days: ofToday().days.map(cheap), budget: budget(limit, spent) }));
    const month = await region(/^Budget, /);
    expect(month.getByText(`$${spent}.00 of $50.00 spent.`)).toBeTruthy();
    expect(month.getByText(says instanceof RegExp ? says : new RegExp(says.replace('.', '\\.')))).toBeTruthy();
  });

  it('goes without a budget, and names calls without a price', async () => {
    openSpend(() => ofToday({ unpricedCalls: 12, budget: budget(null, 8) }));
    expect((await region(/^Budget, /)).getByText('$8.00 spent. No limit is set.')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByText('12 calls have no known price and are not in the cost.')).toBeTruthy();
    expect(screen.queryByText(/share of a day/)).toBeNull();
  });

  it('calls a budget of nothing used up, as the backend does', async () => {
    openSpend(() => ofToday({ budget: budget(0, 0) }));
    expect((await region(/^Budget, /)).getByText(/^The budget is used up/)).toBeTruthy();
  });

  it('keeps the budget to this month whichever days are shown', async () => {
    const { backend } = openSpend(ofToday, 'spend?from=2026-01-01&to=2026-01-31');
    expect(await region(/^Budget, /)).toBeTruthy();
    await waitFor(() =>
      expect(backend.called('readSpend').map(({ query }) => query)).toEqual(
        expect.arrayContaining([{}, { from: '2026-01-01', to: '2026-01-31' }]),
      ),
    );
  });

  it('says when nothing was asked', async () => {
    openSpend(() => ofToday({ days: [] }));
    expect((await region('Cost by day')).getByText('No model was asked in these days')).toBeTruthy();
    expect(screen.getByText(/first whole day with calls/)).toBeTruthy();
  });

  it('saves the rows as they are', async () => {
    const { lines: readLines } = catchFiles();
    const { user } = openSpend(() => ofToday({ days: ofToday().days.slice(0, 2) }));
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    const lines = await readLines();
    expect(lines.slice(1).map((line) => line.split(',').slice(1, 4))).toEqual([
      ['gpt-5-mini', 'classify', '300'],
      ['gpt-5-mini', 'draft', '240'],
    ]);
  });
});
