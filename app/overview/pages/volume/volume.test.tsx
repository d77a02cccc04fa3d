import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aHead, aVolume } from '../../../test/an-overview.ts';
import { type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';

const openVolume = (at = 'volume', backend: (fake: FakeBackend) => void = () => {}) => renderOverview({ at, backend });
const chart = () => screen.findByRole('img', { name: /^Tickets a/ });
const address = () => decodeURIComponent(window.location.hash);
const pressed = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .queryAllByRole('button', { pressed: true })
    .map((button) => button.textContent);

describe('the page about the volume', () => {
  it('says in words what the chart shows', async () => {
    openVolume();
    const drawn = await chart();
    const gist = document.getElementById(drawn.getAttribute('aria-describedby') ?? '');
    expect(gist?.textContent).toBe('Highest: 16 (Mar 2, 2026). Lowest: 4 (Mar 4, 2026). Latest: 14 (Mar 5, 2026).');
    expect(screen.getByText(/^47 tickets in these days/)).toBeTruthy();
    expect(
      within(screen.getByRole('list', { name: 'Legend' }))
        .getAllByRole('listitem')
        .map((entry) => entry.textContent),
    ).toEqual(['Billing', 'Technical', 'General']);
    expect(drawn.textContent).toContain('Mar 2, 2026: 16 (Billing 5, Technical 10, General 1)');
  });

  it('adds up what each kind comes to', async () => {
    openVolume();
    const totals = await screen.findByRole('table', { name: 'Totals' });
    expect(within(totals).getByRole('row', { name: /Billing/ }).textContent).toBe('Billing2246.8%');
  });

  it('shows the same numbers as a table, by keyboard', async () => {
    const { user } = openVolume();
    await chart();
    const asTable = screen.getByRole('button', { name: 'Show as table' });
    asTable.focus();
    await user.keyboard('{Enter}');
    expect(asTable.getAttribute('aria-pressed')).toBe('true');
    const table = screen.getByRole('table', { name: 'Tickets a day, by: Category' });
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => [...row.children].map((cell) => cell.textContent)),
    ).toEqual([
      ['Day', 'Billing', 'Technical', 'General', 'Total'],
      ['Mar 2, 2026', '5', '10', '1', '16'],
      ['Mar 3, 2026', '8', '4', '1', '13'],
      ['Mar 4, 2026', '3', '0', '1', '4'],
      ['Mar 5, 2026', '6', '7', '1', '14'],
    ]);
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('img', { name: /^Tickets a/ })).toBeTruthy();
  });

  it('splits by what the address says, and writes there what is chosen', async () => {
    const { user } = openVolume('volume?by=language');
    await chart();
    expect(pressed('Split by')).toEqual(['Language']);
    expect(screen.getByRole('list', { name: 'Legend' }).textContent).toBe('EnglishGermanUnclear');
    await user.click(screen.getByRole('button', { name: 'Urgency' }));
    expect(address()).toBe('#/volume?by=urgency');
    expect(screen.getByRole('list', { name: 'Legend' }).textContent).toBe('P1 – urgentP3 – normal');
    await user.click(screen.getByRole('button', { name: 'Category' }));
    expect(address()).toBe('#/volume');
  });

  it('folds what has no series of its own, and goes by weeks in long ranges', async () => {
    const many = 'abcdefghi'.split('').map((key, index) => ({ day: '2026-03-03', key, tickets: 20 - index }));
    openVolume('volume', (fake) => {
      fake.answers.readVolume = () => aVolume({ from: '2025-12-01', to: '2026-04-30', category: many });
    });
    expect((await chart()).getAttribute('aria-label')).toBe('Tickets a week, by: Category');
    expect(screen.getByRole('list', { name: 'Legend' }).textContent).toBe('ABCDEFGOther');
    expect(screen.getByRole('row', { name: /Other/ }).textContent).toMatch(/^Other25/);
    expect(screen.getByText(/The first or the last week is not whole\./)).toBeTruthy();
  });

  it('saves what is shown, named after its days', async () => {
    const files = catchFiles();
    const { user } = openVolume('volume?by=urgency');
    await chart();
    await user.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(files.names).toEqual(['volume-by-urgency-2026-03-02-2026-03-05.csv']);
    const [text = ''] = await files.texts();
    expect(text.replace('\uFEFF', '').split('\r\n').slice(0, 3)).toEqual([
      'day,urgency,tickets',
      '2026-03-02,P1,1',
      '2026-03-04,P1,1',
    ]);
    expect(screen.getByRole('link', { name: files.names[0] as string }).getAttribute('href')).toBe('blob:saved');
  });

  it('writes no cell that a spreadsheet would run', async () => {
    const files = catchFiles();
    const { user } = openVolume('volume', (fake) => {
      fake.answers.readVolume = () => aVolume({ category: [{ day: '2026-03-02', key: '=1+1', tickets: 1 }] });
    });
    await chart();
    await user.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect((await files.texts())[0]).toContain("2026-03-02,'=1+1,1");
  });

  it('says what will appear where there is nothing, and offers more days', async () => {
    const { user, backend } = openVolume('volume', (fake) => {
      fake.answers.readVolume = () => aVolume({ category: [], urgency: [], language: [], decidedBy: [] });
    });
    expect(await screen.findByText('No tickets in these days')).toBeTruthy();
    expect(screen.getByText(/within a minute of its first triage/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show the last 365 days' }));
    expect(backend.called('readVolume')).toHaveLength(2);
    expect(pressed('Last days')).toEqual(['365 days']);
  });

  it('says why it cannot be read, and tries again', async () => {
    let isDown = true;
    const { user } = openVolume('volume', (fake) => {
      fake.answers.readVolume = () => (isDown ? new Refusal(503, 'unavailable', 'Not now.') : aVolume());
    });
    expect((await screen.findByRole('alert')).textContent).toContain('req-1');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await chart()).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the range of days', () => {
  it('is asked for as the address says it, and nothing where it says none', async () => {
    const { backend } = openVolume('volume?from=2026-03-02&to=2026-03-05');
    await chart();
    expect(backend.called('readVolume')[0]?.query).toEqual({ from: '2026-03-02', to: '2026-03-05' });
    expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('2026-03-02');
    expect(pressed('Last days')).toEqual([]);
  });

  it('goes into the address as soon as both days make one', async () => {
    const { backend } = openVolume();
    await chart();
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-03-09' } });
    expect(await screen.findByText('The last day is before the first.')).toBeTruthy();
    expect(address()).toBe('#/volume');
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-03-12' } });
    expect(address()).toBe('#/volume?from=2026-03-09&to=2026-03-12');
    expect(screen.queryByText('The last day is before the first.')).toBeNull();
    expect(backend.calls.at(-1)?.query).toEqual({ from: '2026-03-09', to: '2026-03-12' });
  });

  it('says whose days they are and until when they are counted', async () => {
    openVolume();
    expect(
      await screen.findByText(
        'Time zone: Europe/Berlin. Counted until Mar 5, 2026, 7:32 PM. 3 changes wait to be counted.',
        { normalizer: (text) => text.replace(/\s/g, ' ') },
      ),
    ).toBeTruthy();
    expect(aHead.waiting).toBe(3);
  });

  it('stays when another page of the overview is opened', async () => {
    const { user } = openVolume('volume?from=2026-03-02&to=2026-03-05&by=language');
    await chart();
    await user.click(screen.getByRole('link', { name: 'Agreement' }));
    expect(address()).toBe('#/agreement?from=2026-03-02&to=2026-03-05');
  });
});
