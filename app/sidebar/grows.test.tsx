import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aTriage } from '../test/a-triage.ts';
import type { FakeZendesk } from '../test/fake-zendesk.ts';
import { button, renderApp } from '../test/render-app.tsx';

describe('a triage that grows', () => {
  it('shows the classification first and the draft when it comes', async () => {
    const { zendesk, clock } = renderApp((fake) => {
      fake.triages = [
        aTriage({
          status: 'running',
          classification: null,
          routing: null,
          escalation: null,
          draft: null,
          sources: null,
        }),
        aTriage({ status: 'drafting', draft: null, sources: null }),
        aTriage(),
      ];
    });
    await screen.findByText('We are on it.');
    expect(clock.waits).toEqual([400, 600]);
    expect(zendesk.requests.filter(({ type }) => type === 'POST')).toHaveLength(1);
  });

  it('keeps the classification when the draft never comes', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage({ status: 'drafting', draft: null, sources: null })];
    });
    const apply = await button('Apply 5 changes');
    const late = await screen.findByText('The triage service is too slow');
    expect(apply.compareDocumentPosition(late) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.queryByText('Writing a draft…')).toBeNull();
    expect(screen.getByText('Why')).toBeTruthy();
  });
});

describe('when the customer writes again', () => {
  const writeMore = (zendesk: FakeZendesk) => {
    zendesk.comments.push({ id: 3, author_id: 9, public: true, plain_body: 'And now it is down!' });
    zendesk.triages = [aTriage({ id: '1b9f2f7e-1c1d-4d7e-9f43-0a54c7b0e1d2', classification: { urgency: 'P1' } })];
    zendesk.emit('ticket.conversation.changed');
  };
  const posts = (zendesk: FakeZendesk) =>
    zendesk.requests.filter(({ url }) => url.endsWith('/v1/triages')).map(({ data }) => JSON.parse(data ?? ''));

  it('triages again at once while the agent has not begun', async () => {
    const { zendesk } = renderApp();
    await button('Apply 5 changes');
    writeMore(zendesk);
    expect(await button('Set Priority to Urgent')).toBeTruthy();
    expect(posts(zendesk)).toHaveLength(2);
  });

  it('asks first when the agent has begun', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Set Sentiment to Frustrated'));
    await button('Undo');
    writeMore(zendesk);
    await screen.findByText('The ticket has changed');
    expect(posts(zendesk)).toHaveLength(1);
    await user.click(screen.getAllByRole('button', { name: 'Triage again' }).at(-1) as HTMLElement);
    await waitFor(() => expect(posts(zendesk)).toHaveLength(2));
  });

  it('does nothing when only an agent wrote', async () => {
    const { zendesk } = renderApp();
    await button('Apply 5 changes');
    zendesk.comments.push({ id: 4, author_id: 5, public: true, plain_body: 'Hello' });
    zendesk.emit('ticket.conversation.changed');
    const reads = () => zendesk.requests.filter(({ url }) => url.includes('comments.json')).length;
    await waitFor(() => expect(reads()).toBe(2));
    expect(posts(zendesk)).toHaveLength(1);
  });

  it('forces a fresh triage when the agent asks for one', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Triage again'));
    await waitFor(() => expect(posts(zendesk).map(({ force }) => force)).toEqual([false, true]));
  });
});
