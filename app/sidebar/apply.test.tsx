import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aTriage } from '../test/a-triage.ts';
import { button, renderApp } from '../test/render-app.tsx';

const CATEGORY = 'ticket.customField:custom_field_11';
const URGENCY = 'ticket.customField:custom_field_12';

describe('applying a suggestion', () => {
  it('sets every field of the open form in one click and says what was set', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Apply 5 changes'));
    expect((await screen.findByText('5 fields set')).closest('[role=status]')).not.toBeNull();
    expect(zendesk.form).toMatchObject({
      'ticket.priority': 'high',
      'ticket.assignee.group.id': 8,
      'ticket.tags': ['vip', 'ait_triaged'],
      [CATEGORY]: 'ait_category_billing',
      [URGENCY]: 'ait_urgency_p2',
      'ticket.customField:custom_field_13': 'ait_sentiment_frustrated',
      'ticket.customField:custom_field_14': '0.91',
      'ticket.customField:custom_field_15': null,
    });
    expect(zendesk.feedback).toMatchObject([
      {
        type: 'applied',
        agentId: '5',
        fields: [
          { field: 'category', suggested: 'billing', chosen: 'billing' },
          { field: 'urgency', suggested: 'P2', chosen: 'P2' },
          { field: 'priority', suggested: 'high', chosen: 'high' },
          { field: 'sentiment', suggested: 'frustrated', chosen: 'frustrated' },
          { field: 'group', suggested: '8', chosen: '8' },
          { field: 'tags', suggested: 'ait_triaged', chosen: 'ait_triaged' },
        ],
      },
    ]);
  });

  it('counts only rows that would change something', async () => {
    renderApp((zendesk) => {
      zendesk.form[CATEGORY] = 'ait_category_billing';
      zendesk.form['ticket.tags'] = ['ait_triaged'];
    });
    expect(await button('Apply 3 changes')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Set Category/ })).toBeNull();
  });

  it('never lowers a priority unless asked for that row', async () => {
    const { zendesk, user } = renderApp((fake) => {
      fake.form['ticket.priority'] = 'urgent';
    });
    await user.click(await button('Apply 4 changes'));
    await screen.findByText('4 fields set');
    expect(zendesk.form['ticket.priority']).toBe('urgent');
    await user.click(await button('Set Priority to High'));
    await screen.findByText('5 fields set');
    expect(zendesk.form['ticket.priority']).toBe('high');
  });

  it('marks an escalated ticket by tag and checkbox', async () => {
    const reasons = [{ layer: 'signal' as const, rule: 'cancel', phrase: 'cancel it' }];
    const { zendesk, user } = renderApp((fake) => {
      fake.triages = [aTriage({ escalation: { flagged: true, risk: 'medium', reasons } })];
    });
    await user.click(await button('Set Tags to ait_triaged, ait_escalated'));
    await screen.findByText('1 field set');
    expect(zendesk.form['ticket.tags']).toEqual(['vip', 'ait_triaged', 'ait_escalated']);
    expect(zendesk.form['ticket.customField:custom_field_15']).toBe('yes');
  });

  it('says which fields Zendesk refused and reports only what held', async () => {
    const { zendesk, user } = renderApp((fake) => fake.readOnly.add('ticket.priority').add('ticket.assignee'));
    await user.click(await button('Apply 5 changes'));
    expect(await screen.findByText(/did not accept: Priority, Group/)).toBeTruthy();
    const fields = zendesk.feedback.flatMap((event) => (event.type === 'applied' ? event.fields : []));
    expect(fields.map(({ field }) => field)).toEqual(['category', 'urgency', 'sentiment', 'tags']);
  });
});

describe('undoing', () => {
  it('puts everything back, assignee included', async () => {
    const { zendesk, user } = renderApp();
    const before = structuredClone(zendesk.form);
    await user.click(await button('Apply 5 changes'));
    await user.click(await button('Undo'));
    await screen.findByText('5 fields restored.');
    expect(zendesk.form).toEqual(before);
    expect(await button('Apply 5 changes')).toBeTruthy();
  });

  it('leaves alone what a human has changed since', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Apply 5 changes'));
    const undo = await button('Undo');
    zendesk.edit('ticket.priority', 'low');
    zendesk.edit(URGENCY, 'ait_urgency_p4');
    await user.click(undo);
    await screen.findByText('4 fields restored. 1 stays as it is now.');
    expect(zendesk.form).toMatchObject({ 'ticket.priority': 'low', [URGENCY]: 'ait_urgency_p4', [CATEGORY]: null });
    await waitFor(() => expect(zendesk.feedback.at(-1)).toMatchObject({ type: 'undone' }));
    const last = zendesk.feedback.at(-1);
    expect(last?.type === 'undone' && last.fields).toEqual(['category', 'sentiment', 'group', 'tags']);
  });

  it('takes back only the tags that we added', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Set Tags to ait_triaged'));
    await button('Undo');
    zendesk.edit('ticket.tags', ['vip', 'ait_triaged', 'by_hand']);
    await user.click(await button('Undo'));
    await waitFor(() => expect(zendesk.form['ticket.tags']).toEqual(['vip', 'by_hand']));
  });

  it('does not offer again what a human changed after applying', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Apply 5 changes'));
    await button('Undo');
    zendesk.edit('ticket.priority', 'low');
    expect(await button('Set Priority to High')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Apply/ })).toBeNull();
  });
});

describe('focus', () => {
  it('goes from Apply to Undo and back when the keyboard pressed it', async () => {
    const { user } = renderApp();
    await button('Insert into reply');
    (await button('Apply 5 changes')).focus();
    await user.keyboard('{Enter}');
    const undo = await button('Undo');
    await waitFor(() => expect(document.activeElement).toBe(undo));
    await user.keyboard('{Enter}');
    const apply = await button('Apply 5 changes');
    await waitFor(() => expect(document.activeElement).toBe(apply));
  });

  it('does not jump to Undo when a single row was set', async () => {
    const { user } = renderApp();
    await user.click(await button('Set Sentiment to Frustrated'));
    expect(document.activeElement).not.toBe(await button('Undo'));
  });
});
