import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aTriage } from '../test/a-triage.ts';
import { button, renderApp } from '../test/render-app.tsx';

/** The second tier is there, and with it the keys. */
const open = async () => {
  const rendered = renderApp();
  await screen.findByRole('button', { name: 'Insert into reply' });
  return rendered;
};

describe('one key presses each button', () => {
  it('applies and undoes, and every tooltip tells its key', async () => {
    const { zendesk, user } = await open();
    expect((await button('Apply 5 changes')).title).toBe('Apply 5 changes (A)');
    await user.keyboard('a');
    await screen.findByText('5 fields set');
    expect(zendesk.form['ticket.priority']).toBe('high');
    await user.keyboard('u');
    await screen.findByRole('button', { name: 'Apply 5 changes' });
    expect(zendesk.form['ticket.priority']).not.toBe('high');
    const keys = screen.getAllByRole('button').map((one) => one.getAttribute('aria-keyshortcuts'));
    const named = keys.filter((key) => key !== null);
    expect(new Set(named).size).toBe(named.length);
    expect(named).toEqual(expect.arrayContaining(['a', 'n', 'r', 'i', 'e', 'c']));
  });

  it('stays still while somebody types, and leaves the browser its own keys', async () => {
    const { zendesk, user } = await open();
    const before = { ...zendesk.form };
    await user.keyboard('{Control>}a{/Control}{Alt>}a{/Alt}');
    await user.keyboard('e');
    const draft = await screen.findByRole('textbox');
    await user.click(draft);
    await user.keyboard('a');
    expect(zendesk.form).toEqual(before);
    expect((draft as HTMLTextAreaElement).value).toContain('a');
  });

  it('sets and changes one row, and chooses between two categories', async () => {
    const { zendesk, user } = await open();
    await user.keyboard('2');
    await screen.findByText('1 field set');
    expect(zendesk.form['ticket.priority']).toBe('high');
    await user.keyboard('8');
    expect(await screen.findByRole('combobox', { name: 'Change Sentiment' })).toBeTruthy();
    cleanup();
    const { user: other } = renderApp((fake) => {
      fake.triages = [aTriage({ classification: { unsure: ['category'], needsReview: true, band: 'low' } })];
    });
    await screen.findByRole('button', { name: 'Insert into reply' });
    await other.keyboard('2');
    expect(await button(/^Apply \d/)).toBeTruthy();
    expect(screen.getByText('Recorded as a correction; no reason needed.')).toBeTruthy();
  });

  it('gives the suggestion back by the key that put it aside', async () => {
    const { user } = await open();
    await user.keyboard('n');
    expect((await button('Show it again')).title).toBe('Show it again (N)');
    await user.keyboard('n');
    expect(screen.queryByText('Suggestion set aside.')).toBeNull();
  });

  it('presses nothing that was put aside', async () => {
    const { zendesk, user } = await open();
    const before = { ...zendesk.form };
    await user.keyboard('n');
    await user.keyboard('a');
    expect(zendesk.form).toEqual(before);
  });
});
