import { screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effort } from '../../../../backend/contract/overview.ts';
import { someEffort } from '../../../test/lead-samples.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';
import { partsOf, totalOf } from './time-saved.ts';

const openEffort = (effort: () => Effort, at = 'effort') =>
  renderOverview({ at, backend: (fake) => void Object.assign(fake.answers, { readEffort: effort }) });
const region = async (name: string) => within(await screen.findByRole('region', { name }));
const nothing = {
  firstReplies: [],
  timeSaved: [],
  firstReply: { replied: 0, medianHours: null, p90Hours: null, kept: 0, broken: 0 },
};

describe('the page about replies and time saved', () => {
  it('shows how soon customers were answered, as a chart and as a table', async () => {
    const { user } = openEffort(() => someEffort());
    const replies = await region('First reply');
    expect(replies.getByText('90.1% (508 of 564)')).toBeTruthy();
    expect(replies.getByText('6.4 hr')).toBeTruthy();
    const chart = within(replies.getByRole('figure', { name: 'Time to the first reply' }));
    await user.click(chart.getByRole('button', { name: 'Show as table' }));
    expect(chart.getAllByRole('row')).toHaveLength(29);
    expect(chart.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Day',
      'Median',
      '90th percentile',
    ]);
  });

  it('says how the time saved is reckoned, with its numbers', async () => {
    openEffort(() => someEffort({ method: { secondsAField: 7, charactersAMinute: 180 } }));
    const saved = await region('Time saved');
    expect(saved.getByText(/7 seconds for each suggested field.*at 180 a minute/)).toBeTruthy();
    const seconds = totalOf(someEffort().timeSaved).seconds;
    expect(saved.getByText(`${Math.round(seconds / 3_600)} hr`)).toBeTruthy();
  });

  it('says what will appear where nothing is there, and offers more days', async () => {
    const { backend, user } = openEffort(() => someEffort(nothing), 'effort?from=2026-03-01&to=2026-03-02');
    expect((await region('First reply')).getByText('No first reply in these days')).toBeTruthy();
    const saved = await region('Time saved');
    expect(saved.getByText('No time saved in these days')).toBeTruthy();
    expect(backend.called('readEffort')[0]?.query).toEqual({ from: '2026-03-01', to: '2026-03-02' });
    await user.click(saved.getByRole('button', { name: 'Show the last 365 days' }));
    expect(window.location.hash).toMatch(/^#\/effort\?from=.*&to=/);
  });

  it('saves a row a day', async () => {
    const { lines: readLines } = catchFiles();
    const { user } = openEffort(() => someEffort());
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    const lines = await readLines();
    expect(lines).toHaveLength(29);
    expect(lines[0]).toContain('day,replied,medianHours,p90Hours,kept,broken,fields,draftCharacters,secondsSaved');
    expect(lines[1]).toMatch(/^2026-02-03,20,2,6\.66\d*,18,2,60,5000,1860$/);
  });
});

describe('time saved', () => {
  const count = fc.nat(10_000);
  it('is the sum of its parts, none of which is negative', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 60 }), (fields, seconds, secondsAField) => {
        const parts = partsOf({ fields, draftCharacters: 0, seconds }, { secondsAField, charactersAMinute: 200 });
        expect(parts.byFields + parts.byDrafts).toBe(seconds);
        expect(Math.min(parts.byFields, parts.byDrafts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
