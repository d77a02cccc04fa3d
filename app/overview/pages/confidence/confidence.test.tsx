import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aConfidence } from '../../../test/an-overview.ts';
import { type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';

const openConfidence = (at = 'confidence', backend: (fake: FakeBackend) => void = () => {}) =>
  renderOverview({ at, backend });
const chart = (name: RegExp) => screen.findByRole('img', { name });
const gistOf = (drawn: Element) => document.getElementById(drawn.getAttribute('aria-describedby') ?? '')?.textContent;

describe('the page about confidence', () => {
  it('says of each engine how sure and how right it is', async () => {
    openConfidence();
    expect(gistOf(await chart(/^Calibration/))).toBe(
      'Language model: 79% sure on average, 83% right, of 100 tickets. Built-in engine: 61.7% sure on average, 58.3% right, of 12 tickets.',
    );
    const [legend] = screen.getAllByRole('list', { name: 'Legend' });
    expect(legend?.textContent).toBe('Language modelBuilt-in enginePerfectly calibrated');
  });

  it('says what a threshold would take, and how much of it is right', async () => {
    openConfidence();
    expect(gistOf(await chart(/^Coverage/))).toBe(
      'Language model: at 0.80 and above, 62% of tickets, 95.2% right. Built-in engine: no ticket at 0.80 or above.',
    );
  });

  it('shows both curves as tables', async () => {
    const { user } = openConfidence();
    await chart(/^Coverage/);
    for (const button of screen.getAllByRole('button', { name: 'Show as table' })) await user.click(button);
    const rowsOf = (name: RegExp) =>
      within(screen.getByRole('table', { name }))
        .getAllByRole('row')
        .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
    expect(rowsOf(/^Coverage/)).toEqual([
      'From confidence | Decided by | Tickets | Share of tickets | Right',
      '0.98 | Language model | 32 | 32% | 96.9%',
      '0.80 | Language model | 62 | 62% | 95.2%',
      '0.70 | Language model | 80 | 80% | 91.3%',
      '0.50 | Language model | 100 | 100% | 83%',
      '0.60 | Built-in engine | 12 | 100% | 58.3%',
    ]);
    expect(rowsOf(/^Calibration/)[1]).toBe('0.51 | Language model | 20 | 20% | 50%');
  });

  it('tells how many tickets stand behind each point', async () => {
    openConfidence();
    expect((await chart(/^Calibration/)).textContent).toContain('Language model · 51% · 50% · 20 tickets');
  });

  it('takes the field from the address and writes it there', async () => {
    const { user, backend } = openConfidence('confidence?field=urgency');
    await chart(/^Coverage/);
    expect(backend.called('readConfidence')[0]?.query).toEqual({ field: 'urgency' });
    await user.click(screen.getByRole('button', { name: 'Sentiment' }));
    expect(window.location.hash).toBe('#/confidence?field=sentiment');
    expect(backend.called('readConfidence').at(-1)?.query).toEqual({ field: 'sentiment' });
  });

  it('saves the bins', async () => {
    const files = catchFiles();
    const { user } = openConfidence();
    await chart(/^Coverage/);
    await user.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(files.names).toEqual(['category-confidence-2026-03-02-2026-03-05.csv']);
    expect((await files.texts())[0]?.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFdecidedBy,from,tickets,right,sumOfConfidences',
      'openai,0.5,20,10,10.2',
    ]);
  });

  it('says how much is missing while there is too little', async () => {
    openConfidence('confidence', (fake) => {
      fake.answers.readConfidence = () =>
        aConfidence({ bins: [{ decidedBy: 'builtin', from: 0.5, tickets: 3, right: 2, confidence: 1.6 }] });
    });
    expect(await screen.findByText('Not enough decisions yet')).toBeTruthy();
    expect(screen.getByText('The curves need 20 tickets that agents submitted. 3 so far in these days.')).toBeTruthy();
  });

  it('says why it cannot be read, and tries again', async () => {
    let isDown = true;
    const { user } = openConfidence('confidence', (fake) => {
      fake.answers.readConfidence = () => (isDown ? new Refusal(500, 'internal', 'No.') : aConfidence());
    });
    await screen.findByRole('alert');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await chart(/^Calibration/)).toBeTruthy();
  });
});
