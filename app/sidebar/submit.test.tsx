import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeZendesk } from '../test/fake-zendesk.ts';
import { button, renderApp } from '../test/render-app.tsx';

const ready = async (prepare?: (zendesk: FakeZendesk) => void) => {
  const app = renderApp(prepare);
  await button('Insert into reply');
  await waitFor(() => expect(app.zendesk.listenersTo('ticket.submit.done')).toBe(1));
  return app;
};

const submit = (zendesk: FakeZendesk) => {
  const answers = zendesk.emit('ticket.save');
  zendesk.form['ticket.comment.text'] = '';
  zendesk.emit('ticket.submit.done');
  return answers;
};

const submitted = async (zendesk: FakeZendesk) => {
  await waitFor(() => expect(zendesk.feedback.at(-1)?.type).toBe('submitted'));
  const event = zendesk.feedback.at(-1);
  return event?.type === 'submitted' ? event : null;
};

describe('on submit', () => {
  it('tells the final state of the ticket and the reply as sent', async () => {
    const { zendesk } = await ready((fake) => {
      fake.form['ticket.customField:custom_field_11'] = 'ait_category_account';
      fake.form['ticket.customField:custom_field_15'] = true;
      fake.form['ticket.comment.text'] = '<p>Hello <b>Ann</b>,</p><p>done.</p>';
    });
    submit(zendesk);
    expect(await submitted(zendesk)).toMatchObject({
      reply: 'Hello Ann,\ndone.',
      final: { category: 'account', urgency: null, sentiment: null, escalation: 'yes', group: '7', tags: '' },
    });
  });

  it('keeps internal notes to itself', async () => {
    const { zendesk } = await ready((fake) => {
      fake.form['ticket.comment.text'] = 'between us';
      fake.form['ticket.comment.type'] = 'internalNote';
    });
    submit(zendesk);
    expect((await submitted(zendesk))?.reply).toBeNull();
  });

  it('never holds up a save', async () => {
    const { zendesk } = await ready();
    expect(submit(zendesk).every((answer) => answer === undefined)).toBe(true);
  });

  it('has nothing left to undo', async () => {
    const { zendesk, user } = await ready();
    await user.click(await button('Apply 5 changes'));
    await button('Undo');
    submit(zendesk);
    await submitted(zendesk);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  });

  it('tries to tell twice and then lets go', async () => {
    let attempts = 0;
    const { zendesk, user, clock } = await ready((fake) => {
      fake.override = ({ url }) => {
        if (!url.endsWith('/feedback')) return null;
        attempts += 1;
        return { status: 503, body: null };
      };
    });
    await user.click(await button('Not now'));
    await waitFor(() => expect(attempts).toBe(2));
    expect(clock.waits).toContain(2000);
    zendesk.override = null;
    await user.click(await button('Show it again'));
    await user.click(await button('Not now'));
    await waitFor(() => expect(zendesk.feedback.map(({ type }) => type)).toEqual(['ignored']));
    expect(attempts).toBe(2);
  });
});

describe('the draft', () => {
  it('goes into the editor as the agent edited it, and is told', async () => {
    const { zendesk, user } = await ready();
    await user.click(await button('Edit'));
    await user.type(screen.getByLabelText('Draft reply, editable'), ' Ann');
    await user.click(await button('Insert into reply'));
    await screen.findByText(/Inserted/);
    expect(zendesk.invoked).toContainEqual(['ticket.editor.insert', 'We are on it. Ann']);
    expect(zendesk.feedback).toMatchObject([{ type: 'draft_inserted', text: 'We are on it. Ann' }]);
  });

  it('is escaped for the editor, which takes HTML', async () => {
    const { zendesk, user } = await ready();
    await user.click(await button('Edit'));
    await user.type(screen.getByLabelText('Draft reply, editable'), ' <b>{Enter}1 & 2');
    await user.click(await button('Insert into reply'));
    await screen.findByText(/Inserted/);
    expect(zendesk.invoked).toContainEqual(['ticket.editor.insert', 'We are on it. &lt;b&gt;<br>1 &amp; 2']);
  });

  it('is appended where the editor takes no insert, and copied where it takes nothing', async () => {
    const { zendesk, user } = await ready((fake) => fake.readOnly.add('ticket.editor.insert'));
    await user.click(await button('Insert into reply'));
    await screen.findByText(/Inserted/);
    expect(zendesk.invoked).toContainEqual(['ticket.comment.appendText', 'We are on it.']);
    zendesk.readOnly.add('ticket.comment.appendText');
    await user.click(await button('Insert into reply'));
    await screen.findByText(/on your clipboard/);
    expect(await navigator.clipboard.readText()).toBe('We are on it.');
  });
});
