import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anAgreement, someCellTickets } from '../../../test/an-overview.ts';
import { type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';

const openAgreement = (at = 'agreement', backend: (fake: FakeBackend) => void = () => {}) =>
  renderOverview({ at, backend });
const matrix = () => screen.findByRole('table', { name: 'Suggested and final' });
const address = () => decodeURIComponent(window.location.hash);
const texts = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
const CELL = 'Suggested Billing, became Technical: 12 tickets';

describe('the page about agreement', () => {
  it('sets final values against suggested ones, with totals', async () => {
    openAgreement();
    expect(texts(await matrix()).slice(1)).toEqual([
      ['Suggested', 'Technical', 'Billing', 'None', 'Total'],
      ['Technical', '105', '0', '3', '108'],
      ['Billing', '12', '80', '0', '92'],
      ['None', '0', '0', '0', '0'],
      ['Total', '117', '80', '3', '200'],
    ]);
    expect(
      screen.getByText(/^93\.9% of 197 decided tickets kept the suggestion \(likely 89\.7% to 96\.5%\)\./),
    ).toBeTruthy();
  });

  it('asks for the field of the address, and takes another', async () => {
    const { user, backend } = openAgreement('agreement?field=urgency&cell=P1~P2');
    await matrix();
    expect(backend.called('readAgreement')[0]?.query).toEqual({ field: 'urgency' });
    await user.click(screen.getByRole('button', { name: 'Sentiment' }));
    expect(address()).toBe('#/agreement?field=sentiment');
    expect(backend.called('readAgreement').at(-1)?.query).toEqual({ field: 'sentiment' });
  });

  it('opens the tickets behind a number by keyboard, and gives the focus back', async () => {
    const { user, backend } = openAgreement();
    await matrix();
    const cell = screen.getByRole('button', { name: CELL });
    cell.focus();
    await user.keyboard('{Enter}');
    expect(address()).toBe('#/agreement?cell=billing~technical');
    expect(cell.getAttribute('aria-pressed')).toBe('true');
    const tickets = await screen.findByRole('table', { name: CELL });
    expect(document.activeElement?.textContent).toBe(CELL);
    expect(backend.called('readCellTickets')[0]?.query).toEqual({
      field: 'category',
      from: '2026-03-02',
      to: '2026-03-05',
      suggested: 'billing',
      final: 'technical',
    });
    const link = within(tickets).getByRole('link', { name: '#101' });
    expect(link.getAttribute('href')).toBe('https://acme.zendesk.com/agent/tickets/101');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(address()).toBe('#/agreement');
    expect(document.activeElement).toBe(cell);
  });

  it('opens a shared address at its cell, and reads on', async () => {
    const { user, backend } = openAgreement('agreement?cell=technical~none', (fake) => {
      fake.answers.readCellTickets = ({ query }) =>
        query.cursor ? someCellTickets(3, 4) : someCellTickets(1, 2, 'next');
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect((await screen.findAllByRole('link', { name: /^#/ })).map((link) => link.textContent)).toEqual([
      '#1',
      '#2',
      '#3',
      '#4',
    ]);
    expect(backend.called('readCellTickets').at(-1)?.query).toMatchObject({ cursor: 'next', final: 'none' });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says why no more tickets can be read, and keeps those that are there', async () => {
    const { user } = openAgreement('agreement?cell=technical~none', (fake) => {
      fake.answers.readCellTickets = ({ query }) =>
        query.cursor ? new Refusal(500, 'internal', 'No.') : someCellTickets(1, 2, 'next');
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /^#/ })).toHaveLength(2);
  });

  it('has no button where there are no tickets', async () => {
    openAgreement();
    expect(within(await matrix()).getAllByRole('button')).toHaveLength(4);
  });

  it('shows how often agents chose otherwise, with what chance allows', async () => {
    const { user } = openAgreement();
    const rates = () => screen.findByRole('table', { name: 'Overrides and edited drafts' });
    expect(texts(await rates())).toEqual([
      ['Category', 'Decided', 'Overridden', 'Likely (95%)', 'Drafts', 'Edited', 'Not sent'],
      ['Technical', '108', '2.8%', '0.9%\u00a0–\u00a07.9%', '0', '–', '–'],
      ['Billing', '92', '13%', '7.6%\u00a0–\u00a021.4%', '50', '20%', '20%'],
    ]);
    await user.click(screen.getByRole('button', { name: 'Language' }));
    expect(address()).toBe('#/agreement?by=language');
    expect(texts(await rates())[1]).toEqual(['German', '4', '25% (few)', '4.6%\u00a0–\u00a069.9%', '0', '–', '–']);
    await user.click(screen.getByRole('button', { name: 'Agent group' }));
    expect(texts(await rates())[1]?.[0]).toBe('Payments');
    await user.click(screen.getByRole('button', { name: 'Prompt version' }));
    expect(await screen.findByText('Nothing in these days.')).toBeTruthy();
  });

  it('saves the matrix and the rates', async () => {
    const files = catchFiles();
    const { user } = openAgreement();
    await matrix();
    for (const button of screen.getAllByRole('button', { name: 'Download CSV' })) await user.click(button);
    expect(files.names).toEqual([
      'category-agreement-2026-03-02-2026-03-05.csv',
      'category-overrides-by-category-2026-03-02-2026-03-05.csv',
    ]);
    const [cells = '', rates = ''] = await files.texts();
    expect(cells.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFsuggested,final,tickets',
      'billing,billing,80',
      'billing,technical,12',
    ]);
    expect(rates).toContain('billing,92,12,30,10,10\r\n');
    await user.click(screen.getByRole('button', { name: 'Agent group' }));
    await user.click(screen.getAllByRole('button', { name: 'Download CSV' })[1] as HTMLElement);
    expect((await files.texts()).at(-1)).toMatch(/draftsUnused,name\r\n360,92,12,.*,Payments\r\n$/);
  });

  it('says what will appear where nothing was decided', async () => {
    openAgreement('agreement', (fake) => {
      fake.answers.readAgreement = () => anAgreement({ matrix: [], rates: [] });
    });
    expect(await screen.findByText('Nothing to compare in these days')).toBeTruthy();
    expect(screen.getByText(/as soon as agents submit tickets/)).toBeTruthy();
  });

  it('says why it cannot be read, and tries again', async () => {
    let isDown = true;
    const { user } = openAgreement('agreement', (fake) => {
      fake.answers.readAgreement = () => (isDown ? new Refusal(500, 'internal', 'No.') : anAgreement());
    });
    await screen.findByRole('alert');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await matrix()).toBeTruthy();
  });
});
