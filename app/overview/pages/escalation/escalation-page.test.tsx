import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SignalsView } from '../../../../backend/contract/signals.ts';
import { Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { holdRules, sentRules, someRules } from '../../../test/some-routing.ts';

const nothing = { fired: 0, muted: 0, decided: 0, agreed: 0, precision: null };
const signals = (): SignalsView => ({
  version: 1,
  since: '2026-01-05T00:00:00.000Z',
  notSignals: [],
  rules: [
    {
      fired: 40,
      muted: 2,
      decided: 22,
      agreed: 18,
      precision: { estimate: 18 / 22, low: 0.597, high: 0.948 },
      rule: 'legal',
      isMuted: false,
      shipped: { en: 12 },
      phrases: [],
      notSignals: [],
      alone: nothing,
      languages: [],
    },
  ],
});

async function renderEscalation(figures: () => SignalsView | Refusal = signals) {
  const view = renderOverview({
    at: 'escalation',
    backend: (fake) => {
      holdRules(fake, someRules());
      fake.answers.readSignals = figures;
    },
  });
  await screen.findByRole('heading', { level: 2, name: 'Signals' });
  return view;
}

describe('escalation phrases', () => {
  it('stand beside how often people agreed, are muted, and get words of the account', async () => {
    const { backend, user } = await renderEscalation();
    const legal = within(await screen.findByRole('row', { name: /^Lawyer or court/ }));
    expect(legal.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      '42',
      '18 of 22 (81.8%)likely between 59.7% and 94.8%',
      'Mute Lawyer or court',
    ]);
    await user.click(legal.getByRole('switch'));
    await user.click(screen.getByRole('button', { name: 'Add a phrase' }));
    const own = within(screen.getByRole('region', { name: 'Phrases of your own' }));
    await user.type(own.getByLabelText('Words'), 'complain * port authority');
    await user.selectOptions(own.getByLabelText('Signal'), 'Regulator or authority');
    await user.selectOptions(own.getByLabelText('Language'), 'English');
    await user.click(screen.getByRole('button', { name: 'Add an exception' }));
    const exceptions = within(screen.getByRole('region', { name: 'Exceptions' }));
    await user.type(exceptions.getByLabelText('Words'), 'sue the dinosaur');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Saved.');
    expect(sentRules(backend).escalation).toEqual({
      muted: ['legal'],
      phrases: [{ rule: 'regulator', text: 'complain * port authority', language: 'en' }],
      notSignals: [{ text: 'sue the dinosaur' }],
    });
  });

  it('say beside the words what is wrong with them', async () => {
    const { user } = await renderEscalation();
    await user.click(screen.getByRole('button', { name: 'Add a phrase' }));
    const words = screen.getByLabelText('Words');
    await user.type(words, '* lawyer');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Not saved. Please correct:');
    expect(words.getAttribute('aria-invalid')).toBe('true');
  });

  it('are muted without figures too, when those cannot be read', async () => {
    const { user } = await renderEscalation(() => new Refusal(503, 'unavailable', 'Try again in a moment.'));
    await screen.findByText('Try again in a moment.');
    await user.click(screen.getByRole('switch', { name: 'Mute Lawyer or court' }));
    expect(screen.getByRole('button', { name: 'Save changes' })).toBeTruthy();
  });
});
