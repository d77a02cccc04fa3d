import { screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drift } from '../../../../backend/contract/overview.ts';
import { Refusal } from '../../../test/fake-backend.ts';
import { someDrift } from '../../../test/lead-samples.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';
import { chanceBelow } from './chance.ts';

const openDrift = (parts: Partial<Drift> = {}) =>
  renderOverview({
    at: 'drift',
    backend: (fake) => void Object.assign(fake.answers, { readDrift: () => someDrift(parts) }),
  });

const alert = (parts: Partial<Drift['alerts'][number]>) => ({
  ...{ kind: 'category_share' as const, key: 'billing', recent: 0.21, before: 0.12, p: 2e-6 },
  ...parts,
});

describe('drift', () => {
  it('is a sentence, how sure it is, and where to look, for the days in question', async () => {
    openDrift({ alerts: [alert({})] });
    const heading = await screen.findByRole('heading', { level: 3 });
    expect(heading.textContent).toBe('Billing went from 12% to 21% of the tickets');
    const card = within(heading.closest('li') ?? document.body);
    expect(card.getByText(/is a coincidence is below 0.01%\./)).toBeTruthy();
    expect(card.getByRole('link').getAttribute('href')).toBe('#/volume?from=2026-01-26&to=2026-03-01');
    expect(screen.getByText(/^23 comparisons were made.*below 1%/)).toBeTruthy();
  });

  it.each([
    [alert({ kind: 'language_share', key: 'pt' }), 'Tickets in Portuguese went from 12% to 21%', 'volume'],
    [
      alert({ kind: 'override_rate', key: null }),
      'Agents now change 21% of the suggested categories; before, it was 12%',
      'agreement',
    ],
    [
      alert({ kind: 'escalation_rate', key: null }),
      '21% of the tickets are now escalated; before, it was 12%',
      'escalations',
    ],
    [
      alert({ kind: 'volume', key: null, recent: 58.86, before: 31.2, p: null }),
      '58.9 tickets come a day; before, it was 31.2',
      'volume',
    ],
  ])('%o', async (one, sentence, page) => {
    openDrift({ alerts: [one] });
    expect(await screen.findByRole('heading', { level: 3, name: sentence })).toBeTruthy();
    const link = screen.getByRole('link', { name: /days$/ });
    expect(link.getAttribute('href')).toMatch(new RegExp(`^#/${page}\\?from=2026-.*&to=2026-03-01$`));
  });

  it('is none after so many comparisons', async () => {
    openDrift();
    expect(await screen.findByRole('heading', { level: 2, name: 'Nothing has drifted' })).toBeTruthy();
    expect(screen.getByText('23 comparisons of 412 tickets with 1,530 before')).toBeTruthy();
  });

  it('cannot be told of few tickets', async () => {
    openDrift({ recent: { from: '2026-02-23', to: '2026-03-01', tickets: 17 } });
    expect(await screen.findByRole('heading', { level: 2, name: 'Not enough tickets yet' })).toBeTruthy();
    expect(screen.getByText(/^17 tickets in the last 7 days.*50 in each are needed/)).toBeTruthy();
  });

  it('is saved with the days that it compares', async () => {
    const { lines: readLines } = catchFiles();
    const { user } = openDrift({ alerts: [alert({})] });
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    expect((await readLines()).slice(1)).toEqual([
      'category_share,billing,0.12,0.21,0.000002,2026-01-26,2026-02-22,2026-02-23,2026-03-01',
    ]);
  });

  it('can be asked for again when it could not be read', async () => {
    let isDown = true;
    const { user } = renderOverview({
      at: 'drift',
      backend: (fake) => {
        fake.answers.readDrift = () => (isDown ? new Refusal(503, 'unavailable', 'Not now.') : someDrift());
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Not now.');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing has drifted')).toBeTruthy();
  });
});

it('a chance is told by the next round number above it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      const told = chanceBelow(p);
      expect(told).toBeGreaterThanOrEqual(p);
      if (p >= 0.0001) expect(told).toBeLessThanOrEqual(2.5 * p + 1e-12);
    }),
  );
});
