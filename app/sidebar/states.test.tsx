import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SlaTarget } from '../../backend/contract/triage.ts';
import { App } from '../App.tsx';
import { aTriage } from '../test/a-triage.ts';
import { type Answer, FakeZendesk } from '../test/fake-zendesk.ts';
import { button, renderApp } from '../test/render-app.tsx';
import type { ZafRequest } from '../zaf/zaf-client.ts';

const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { error: { code, message: 'x', requestId: 'req-7f3a', ...more } },
});
const onTriage = (answer: Answer) => (fake: FakeZendesk) => {
  fake.override = ({ url }: ZafRequest) => (url.endsWith('/v1/triages') ? answer : null);
};

describe('the sidebar says what it is doing', () => {
  it('waiting for a new ticket to be sent, and asking nothing meanwhile', async () => {
    const zendesk = new FakeZendesk();
    render(<App connection={Promise.resolve(zendesk.frame({ location: 'new_ticket_sidebar' }))} />);
    await screen.findByText(/A suggestion follows the customer's first message/);
    expect(zendesk.requests).toEqual([]);
  });

  it('connecting', () => {
    render(<App connection={new Promise(() => {})} />);
    expect(screen.getByRole('status').textContent).toBe('Connecting to Zendesk…');
  });

  it('outside Zendesk', async () => {
    render(<App connection={Promise.resolve(null)} />);
    expect(await screen.findByText('This page belongs inside Zendesk')).toBeTruthy();
  });

  it('no handshake', async () => {
    render(<App connection={Promise.reject(new Error('late'))} />);
    expect(await screen.findByText('Zendesk did not answer')).toBeTruthy();
  });

  it('not set up', async () => {
    const { zendesk } = renderApp((fake) => {
      fake.settings = {};
    });
    expect(await screen.findByText('Not set up yet')).toBeTruthy();
    expect(zendesk.requests).toEqual([]);
  });

  it('nothing to triage', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage({ status: 'skipped', skipReason: 'auto_reply', classification: null, draft: null })];
    });
    expect(await screen.findByText(/automatic reply/)).toBeTruthy();
  });

  it('names what is no work, and lets the agent have it triaged all the same', async () => {
    const { zendesk, user } = renderApp((fake) => {
      const thanks = aTriage({ status: 'skipped', skipReason: 'thanks', classification: null, draft: null });
      fake.triages = [thanks, aTriage()];
    });
    expect(await screen.findByText(/only says thank you/)).toBeTruthy();
    await user.click(await button('Triage anyway'));
    expect(await screen.findByText('High confidence')).toBeTruthy();
    expect(JSON.parse(zendesk.requests.at(-1)?.data ?? '{}')).toMatchObject({ force: true });
  });

  it('shows what was set aside in the words of the ticket itself, once somebody looks', async () => {
    const { user } = renderApp((fake) => {
      fake.comments = [
        { id: 1, author_id: 9, public: true, plain_body: 'I was charged twice\n> Dear customer\n-- \nAnn' },
      ];
      const place = { commentId: '1', source: 'text' as const };
      const quote = { ...place, kind: 'quote' as const, start: 20, end: 35 };
      const signature = { ...place, kind: 'signature' as const, start: 36, end: 43 };
      fake.triages = [aTriage({ setAside: [quote, signature] })];
    });
    const title = await screen.findByText('Set aside · 2 parts');
    expect(screen.queryByText('> Dear customer')).toBeNull();
    await user.click(title);
    expect(await screen.findByText('> Dear customer')).toBeTruthy();
    expect(screen.getByText('Signature')).toBeTruthy();
  });

  it('says when the text took too long to read', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage({ unread: true, draft: null })];
    });
    expect(await screen.findByText(/took too long to read/)).toBeTruthy();
  });

  it('failed, with the request id, and works after Try again', async () => {
    const { zendesk, user } = renderApp(onTriage(problem(500, 'internal')));
    expect((await screen.findByRole('alert')).textContent).toContain('The ticket is not changed.');
    expect(screen.getByText('Ref req-7f3a')).toBeTruthy();
    zendesk.override = null;
    await user.click(await button('Try again'));
    expect(await screen.findByText('High confidence')).toBeTruthy();
  });

  it('unreachable', async () => {
    renderApp(onTriage({ status: 502, body: '<html>' }));
    expect(await screen.findByText('The triage service cannot be reached')).toBeTruthy();
  });

  it('rate limited, with the seconds to wait', async () => {
    renderApp(onTriage(problem(429, 'rate_limited', { retryAfterSeconds: 12 })));
    expect(((await button('Try again in 12 s')) as HTMLButtonElement).disabled).toBe(true);
  });

  it('an answer that does not fit the contract', async () => {
    renderApp(onTriage({ status: 200, body: { id: 'nonsense' } }));
    expect(await screen.findByText('App and triage service do not fit together')).toBeTruthy();
  });

  it('no right to read the ticket', async () => {
    renderApp((fake) => {
      fake.override = ({ url }) => (url.startsWith('/api/v2/tickets/') ? { status: 403, body: {} } : null);
    });
    expect(await screen.findByText('You cannot read this ticket')).toBeTruthy();
  });

  it('escalated, with the team, the layer and the words', async () => {
    const reasons = [{ layer: 'signal' as const, rule: 'threat_to_cancel', phrase: 'cancel today' }];
    renderApp((fake) => {
      const calm = aTriage();
      const routing = calm.routing && { ...calm.routing, escalationTeam: 'billing_lead' };
      fake.triages = [{ ...calm, routing, escalation: { flagged: true, risk: 'medium', reasons } }];
    });
    expect(await screen.findByText('Escalate to Billing lead')).toBeTruthy();
    expect(screen.getByText(/Customer's words: Threat to cancel/)).toBeTruthy();
    expect(screen.getByText('cancel today')).toBeTruthy();
  });

  it('escalated, the words that caused it before what else speaks for it', async () => {
    const tone = { layer: 'model' as const, rule: 'top_urgency', phrase: null };
    const words = { layer: 'signal' as const, rule: 'legal', phrase: 'our lawyer' };
    renderApp((fake) => {
      fake.triages = [aTriage({ escalation: { flagged: true, risk: 'high', reasons: [tone, words] } })];
    });
    const [first] = within((await screen.findByText('our lawyer')).closest('ul') as HTMLElement).getAllByRole(
      'listitem',
    );
    expect(first?.textContent).toContain('our lawyer');
  });

  it('why each field has its value', async () => {
    renderApp((fake) => {
      const calm = aTriage();
      fake.triages = [
        { ...calm, routing: calm.routing && { ...calm.routing, rules: ['category:billing', 'rule:vip'] } },
      ];
    });
    expect(await screen.findByText('Category: 91% sure · next: Account 5%')).toBeTruthy();
    expect(screen.getByText('Priority: 80% sure')).toBeTruthy();
    expect(screen.getByText('Sentiment: 80% sure')).toBeTruthy();
    expect(screen.getByText('Group: your rule vip')).toBeTruthy();
  });

  it('which team takes the category where no rule of the account decided', async () => {
    renderApp();
    expect(await screen.findByText('Group: takes Billing')).toBeTruthy();
  });

  it('a pause without reading its countdown out each second', async () => {
    renderApp(onTriage(problem(429, 'rate_limited', { retryAfterSeconds: 12 })));
    expect((await screen.findByRole('alert')).textContent).not.toContain('12');
  });

  it('which engine decided when the first did not answer', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage({ classification: { fallbackReason: 'openai: timeout' } })];
    });
    expect(await screen.findByText(/the built-in engine decided. Check with/)).toBeTruthy();
  });

  it('plainly that nobody but the agent can decide, and nothing of a failure that a second model made good', async () => {
    const second = {
      decidedBy: 'openai' as const,
      model: 'gpt-4.1-mini',
      fallbackReason: 'openai:gpt-4o-mini: timeout',
    };
    const shown = renderApp((fake) => {
      fake.triages = [aTriage({ classification: second })];
    });
    expect(await screen.findByText('Decided by the language model (gpt-4.1-mini)')).toBeTruthy();
    shown.unmount();
    renderApp((fake) => {
      fake.triages = [aTriage({ classification: { decidedBy: 'nobody', fallbackReason: 'openai: timeout' } })];
    });
    expect(await screen.findByText('No engine answered: please decide yourself.')).toBeTruthy();
  });

  it('a second issue with its own confidence', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage({ classification: { secondary: 'account', secondaryConfidence: 0.62 } })];
    });
    expect(await screen.findByText(/also Account 62%/)).toBeTruthy();
  });

  it('an urgency that nobody is sure of as not decided, beside a category that is', async () => {
    const { user } = renderApp((fake) => {
      const classification = { unsure: ['urgency' as const], needsReview: true, band: 'low' as const };
      fake.triages = [aTriage({ classification })];
    });
    expect(await screen.findByText('not decided')).toBeTruthy();
    expect(screen.queryByText('Two categories fit')).toBeNull();
    expect(screen.getByText('Billing')).toBeTruthy();
    await user.click(await button('Change Priority'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Change Priority' }), 'High');
    expect(screen.queryByText('not decided')).toBeNull();
  });

  it('how long is left for the first reply', async () => {
    renderApp();
    expect(await screen.findByText('First reply due in 42 min')).toBeTruthy();
  });

  it.each<[string, Partial<SlaTarget>, string]>([
    ['is left for the solution', {}, 'Solution due in 5 hr'],
    ['it is late by', { dueAt: '2026-03-02T12:00:00.000Z' }, 'Solution overdue by 1 hr'],
    ['nothing while it is paused', { pausedSince: '2026-03-02T11:00:00.000Z' }, 'Solution paused: pending'],
    [
      'it was late by when it was paused',
      { dueAt: '2026-03-02T10:00:00.000Z', pausedSince: '2026-03-02T12:00:00.000Z' },
      'Solution overdue by 2 hr',
    ],
    ['nothing once it is solved', { metAt: '2026-03-02T12:00:00.000Z' }, 'Solved in time'],
    [
      'it was late by when it was solved',
      { dueAt: '2026-03-02T10:00:00.000Z', metAt: '2026-03-02T12:00:00.000Z' },
      'Solved 2 hr late',
    ],
  ])('how much time %s', async (_, over, words) => {
    const target = { hours: 8, dueAt: '2026-03-02T18:00:00.000Z', pausedSince: null, metAt: null };
    const firstReply = { ...target, hours: 4, dueAt: '2026-03-02T13:00:00.000Z' };
    renderApp((fake) => {
      fake.triages = [aTriage({ sla: { firstReply, resolution: { ...target, ...over } } })];
    });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText(/^First reply /)).toBeTruthy();
  });

  it('that the first reply is out', async () => {
    renderApp((fake) => {
      fake.comments.push({ id: 2, author_id: 5, public: true, plain_body: 'Looking into it' });
    });
    expect(await screen.findByText('First reply sent')).toBeTruthy();
  });
});
