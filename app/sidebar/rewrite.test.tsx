import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RewriteRequest } from '../../backend/contract/rewrite.ts';
import type { Draft } from '../../backend/contract/triage.ts';
import { aSource, aTriage } from '../test/a-triage.ts';
import type { Answer } from '../test/fake-zendesk.ts';
import { button, renderApp } from '../test/render-app.tsx';

const part = (text: string, sourceId: string | null = null, struck: 'amount' | null = null) => ({
  ...{ text, sourceId, struck },
  quote: sourceId && 'the second charge was voided',
});
const aDraft = (...parts: Draft['parts']): Draft => ({
  ...{ kind: 'reply', language: 'en', parts, decidedBy: 'openai', sourceIds: ['ticket:77'] },
  text: parts.flatMap(({ text, struck }) => (struck ? [] : [text])).join(''),
});
const DRAFT = aDraft(part('Hello,\n\n'), part('We void the second charge of your card at once.', 'ticket:77'));
const SHORT = aDraft(part('Hi,\n\n'), part('We void the second charge.', 'ticket:77'));
const ok = (body: Draft): Answer => ({ status: 200, body });
const refuse = (code: string): Answer => ({
  ...{ status: code === 'model_unavailable' ? 503 : 429 },
  body: { error: { code, message: 'No.', requestId: 'r1' } },
});

function open(rewrite: ((asked: RewriteRequest) => Promise<Answer> | Answer) | null, language = 'en') {
  const asked: RewriteRequest[] = [];
  const shown = renderApp((fake) => {
    fake.triages = [aTriage({ draft: DRAFT, language, sources: [aSource()] })];
    fake.rewrite = rewrite && ((one) => rewrite(asked[asked.push(one) - 1] as RewriteRequest));
  });
  return { ...shown, asked };
}
const list = () => screen.findByLabelText('Put the draft in other words');
const area = () => screen.getByLabelText<HTMLTextAreaElement>('Draft reply, editable');

describe('a draft in other words', () => {
  it('takes its place while it is read, with its sources, and gives it back', async () => {
    const { user, zendesk, asked } = open(() => ok(SHORT));
    await user.selectOptions(await list(), 'Shorter');
    await user.click(await button('Rewrite'));
    expect(await screen.findByText('Hi,', { exact: false })).toBeTruthy();
    expect(asked).toEqual([{ how: 'shorter', language: null, text: DRAFT.text, parts: DRAFT.parts }]);
    expect(screen.getByText(/^Rewritten\. Read it/).getAttribute('role')).toBe('status');
    expect(await button(/^Source 1/)).toBeTruthy();
    await user.click(await button('Insert into reply'));
    await waitFor(() => expect(zendesk.feedback).toMatchObject([{ type: 'draft_inserted', text: SHORT.text }]));
    await user.click(await button('Back to the previous draft'));
    expect(await screen.findByText(/of your card at once/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back to the previous draft' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Rewrite');
  });

  it("is made of the agent's own words while they are edited", async () => {
    const { user, asked } = open(() => ok(SHORT));
    await user.click(await button('Edit'));
    await user.clear(area());
    await user.type(area(), 'My own words');
    await user.selectOptions(await list(), 'More formal');
    await user.click(await button('Rewrite'));
    await waitFor(() => expect(area().value).toBe(SHORT.text));
    expect(asked).toMatchObject([{ how: 'formal', text: 'My own words' }]);
    await user.click(await button('Back to the previous draft'));
    expect(area().value).toBe('My own words');
  });

  it.each([
    ['model_unavailable', /^Not rewritten/],
    ['too_many_rewrites', /^No more rewrites/],
    ['budget_used_up', /^The model's budget/],
    ['rewrite_refused', /^The result changed/],
    ['made_up', /^Not rewritten/],
  ])('that does not come leaves the text as it is: %s', async (code, words) => {
    const { user } = open(() => refuse(code));
    await user.click(await button('Edit'));
    await user.type(area(), ' And more.');
    await user.click(await button('Rewrite'));
    expect((await screen.findByText(words)).getAttribute('role')).toBe('status');
    expect(area().value).toBe(`${DRAFT.text} And more.`);
    expect(screen.queryByRole('button', { name: 'Back to the previous draft' })).toBeNull();
    expect(await button('Rewrite')).toBeTruthy();
  });

  it('does not write over what was written meanwhile, and is asked for once at a time', async () => {
    const waiting = Promise.withResolvers<Answer>();
    const { user, asked } = open(() => waiting.promise);
    await user.click(await button('Edit'));
    await user.click(await button('Rewrite'));
    await user.click(await button('Rewriting…'));
    await user.type(area(), ' Meanwhile.');
    waiting.resolve(ok(SHORT));
    expect(await screen.findByText(/^You went on writing/)).toBeTruthy();
    expect(area().value).toBe(`${DRAFT.text} Meanwhile.`);
    expect(asked).toHaveLength(1);
  });

  it('says how much of it was left out, and shows that struck', async () => {
    const more = aDraft(part('Hi. '), part('You get 500 €.', 'ticket:77', 'amount'));
    const { user } = open(() => ok(more));
    await user.click(await button('Rewrite'));
    expect(await screen.findByText(/1 sentence said more/)).toBeTruthy();
    expect(screen.getByText('You get 500 €.').tagName).toBe('DEL');
  });

  it("may be translated to the customer's language", async () => {
    const { user, asked } = open(() => ok({ ...SHORT, language: 'de' }), 'de');
    expect(await list()).toHaveProperty('length', 5);
    await user.selectOptions(await list(), 'Translate to German');
    await user.click(await button('Rewrite'));
    await screen.findByText(/^Rewritten\./);
    expect(asked).toMatchObject([{ how: 'translate', language: 'de' }]);
    expect(screen.queryByRole('option', { name: 'Translate to German' })).toBeNull();
    expect(screen.getByRole('option', { name: 'Translate to English' })).toBeTruthy();
  });

  it('is not offered where no engine can', async () => {
    open(null);
    await button('Insert into reply');
    expect(screen.queryByRole('button', { name: 'Rewrite' })).toBeNull();
  });
});
