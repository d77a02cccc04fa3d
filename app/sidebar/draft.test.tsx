import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../backend/contract/triage.ts';
import { aSource, aTriage } from '../test/a-triage.ts';
import { button, renderApp } from '../test/render-app.tsx';

const REFUNDS = aSource({ id: 'article:5', kind: 'article', title: 'Refunds', ticketId: null });
const TWICE = aSource({ title: 'Twice', copies: 3, standing: 'superseded', resolution: 'Second charge voided.' });

const DRAFT: Draft = {
  kind: 'reply',
  text: 'Hello,\n\nWe void the second charge. It shows within a week.\n\nKind regards',
  language: 'en',
  parts: [
    { text: 'Hello,\n\n', sourceId: null, quote: null, struck: null },
    { text: 'We void the second charge. ', sourceId: 'ticket:77', quote: 'the second charge was voided', struck: null },
    { text: 'It shows within a week. ', sourceId: 'article:5', quote: 'visible within a week', struck: null },
    { text: 'You get 500 € back.\n\n', sourceId: 'article:5', quote: 'back', struck: 'amount' },
    { text: 'Kind regards', sourceId: null, quote: null, struck: null },
  ],
  sourceIds: ['ticket:77', 'article:5'],
  decidedBy: 'openai',
};

const open = (draft: Draft, more: Parameters<typeof aTriage>[0] = {}) =>
  renderApp((fake) => {
    fake.triages = [aTriage({ sources: [TWICE, REFUNDS], draft, ...more })];
  });

const groundOf = (text: RegExp) => {
  const element = screen.getByText(text).closest('span, div');
  return element ? getComputedStyle(element).background : '';
};

describe('the draft as it is read', () => {
  it('shows the words of its source when a sentence is pointed at or its number has the focus', async () => {
    const { user } = open(DRAFT);
    const number = await button('Source 1: Twice');
    expect(screen.getByText(/Leans on 2 sources/)).toBeTruthy();
    number.focus();
    expect(await screen.findByText('the second charge was voided')).toBeTruthy();
    await user.tab();
    expect(await screen.findByText('visible within a week')).toBeTruthy();
    await user.hover(screen.getByText(/We void the second charge/));
    expect(await screen.findByText('the second charge was voided')).toBeTruthy();
    await user.unhover(screen.getByText(/We void the second charge/));
    expect(screen.queryByText('the second charge was voided')).toBeNull();
  });

  it('marks the source of a sentence, and the sentences of a source', async () => {
    const { user } = open(DRAFT);
    await button('Source 1: Twice');
    const plain = groundOf(/We void the second charge/);
    await user.hover(screen.getByText('#77 Twice'));
    expect(groundOf(/We void the second charge/)).not.toBe(plain);
    expect(groundOf(/It shows within a week/)).toBe(plain);
    await user.unhover(screen.getByText('#77 Twice'));
    expect(groundOf(/We void the second charge/)).toBe(plain);
  });

  it('shows what was taken out in its place, with the reason, and inserts only the rest', async () => {
    const { zendesk, user } = open(DRAFT);
    const struck = await screen.findByText('You get 500 € back.');
    expect(struck.tagName).toBe('DEL');
    expect(screen.getByText(/amount in no source/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Source/ })).toHaveLength(2);
    await user.click(await button('Insert into reply'));
    await screen.findByText(/Inserted/);
    expect(JSON.stringify(zendesk.invoked)).not.toContain('500');
    expect(zendesk.feedback).toMatchObject([{ type: 'draft_inserted', text: DRAFT.text }]);
  });

  it('is edited as plain text, with the focus there', async () => {
    const { zendesk, user } = open(DRAFT);
    await user.click(await button('Edit'));
    const area = screen.getByLabelText('Draft reply, editable');
    expect(document.activeElement).toBe(area);
    expect((area as HTMLTextAreaElement).value).toBe(DRAFT.text);
    await user.clear(area);
    await user.type(area, 'My own words');
    await user.click(await button('Insert into reply'));
    await screen.findByText(/Inserted/);
    expect(zendesk.feedback).toMatchObject([{ type: 'draft_inserted', text: 'My own words' }]);
  });

  it('says so when nothing of it is left', async () => {
    const parts = DRAFT.parts.filter(({ struck }) => struck !== null);
    open({ ...DRAFT, text: '', parts, sourceIds: [] });
    expect(await screen.findByText(/Nothing is left to insert/)).toBeTruthy();
    expect((await button('Insert into reply')).hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('You get 500 € back.')).toBeTruthy();
  });

  it('of an older triage is shown as it was', async () => {
    open({ ...DRAFT, parts: [], sourceIds: [] });
    expect(await screen.findByText(/It shows within a week/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Source/ })).toBeNull();
  });

  it('warns of a text that speaks to a program', async () => {
    open(DRAFT, { instructsModel: true });
    expect(await screen.findByText('This text speaks to a program')).toBeTruthy();
  });
});

describe('sources', () => {
  it('say how often, how current, in which language and what solved it', async () => {
    const spanish = aSource({ id: 'ticket:9', ticketId: '9', title: 'Doble', language: 'es', standing: 'stale' });
    open(DRAFT, { sources: [TWICE, REFUNDS, spanish] });
    await button('Source 1: Twice');
    const facts = within(screen.getByText('#77 Twice').closest('details') ?? document.body);
    expect(facts.getByText(/a newer answer differs · 3 tickets alike · used in the draft/)).toBeTruthy();
    expect(facts.getByText('Second charge voided.')).toBeTruthy();
    expect(facts.getByText(/old · Spanish/)).toBeTruthy();
  });
});
