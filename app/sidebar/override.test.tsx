import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aTriage } from '../test/a-triage.ts';
import { button, renderApp } from '../test/render-app.tsx';

const LOW = { band: 'low' as const, needsReview: true, confidence: 0.4 };

describe('overriding', () => {
  it('is choosing another value: told at once, set on Apply', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Change Category'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Change Category' }), 'Technical');
    await waitFor(() => expect(zendesk.feedback).toHaveLength(1));
    expect(zendesk.feedback[0]).toMatchObject({
      type: 'overridden',
      field: 'category',
      suggested: 'billing',
      chosen: 'technical',
    });
    await user.click(await button(/^Apply/));
    await screen.findByText(/fields set/);
    expect(zendesk.form['ticket.customField:custom_field_11']).toBe('ait_category_technical');
    expect(zendesk.feedback[1]).toMatchObject({
      type: 'applied',
      fields: expect.arrayContaining([{ field: 'category', suggested: 'billing', chosen: 'technical' }]),
    });
  });

  it('goes through the list by keys without choosing, until Enter', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Change Category'));
    const list = await screen.findByRole('combobox', { name: 'Change Category' });
    for (const value of ['technical', 'account']) {
      fireEvent.keyDown(list, { key: 'ArrowDown' });
      fireEvent.change(list, { target: { value } });
    }
    expect(zendesk.feedback).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(zendesk.feedback).toMatchObject([{ type: 'overridden', chosen: 'account' }]));
    expect(document.activeElement).toBe(await button('Change Category'));
  });

  it('is given up with Escape', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Change Category'));
    const list = await screen.findByRole('combobox', { name: 'Change Category' });
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    fireEvent.change(list, { target: { value: 'technical' } });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('combobox', { name: 'Change Category' })).toBeNull();
    expect(document.activeElement).toBe(await button('Change Category'));
    await user.click(await button('Apply 5 changes'));
    await screen.findByText('5 fields set');
    expect(zendesk.form['ticket.customField:custom_field_11']).toBe('ait_category_billing');
    expect(zendesk.feedback.map(({ type }) => type)).toEqual(['applied']);
  });

  it('brings the group of the chosen category along', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Change Category'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Change Category' }), 'Technical');
    await user.click(await button('Apply 5 changes'));
    await screen.findByText('5 fields set');
    expect(String(zendesk.form['ticket.assignee.group.id'])).toBe('9');
  });

  it('leaves out the group that was meant for the rejected category when the chosen one has none', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Change Category'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Change Category' }), 'Account');
    await user.click(await button('Apply 4 changes'));
    await screen.findByText('4 fields set');
    expect(zendesk.form['ticket.assignee.group.id']).toBe(7);
  });

  it('lets an agent lower the priority on purpose', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Change Priority'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Change Priority' }), 'Low');
    await user.click(await button('Apply 5 changes'));
    await screen.findByText('5 fields set');
    expect(zendesk.form['ticket.priority']).toBe('low');
  });
});

describe('low confidence', () => {
  const unsure = () =>
    renderApp((fake) => {
      fake.triages = [aTriage({ classification: LOW })];
    });

  it('preselects nothing and offers both candidates', async () => {
    unsure();
    await screen.findByText('Two categories fit');
    expect(await button('Billing')).toBeTruthy();
    expect(await button('Account')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Apply/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Set Category/ })).toBeNull();
  });

  it('goes on with the candidate that the agent picked', async () => {
    const { zendesk, user } = unsure();
    await user.click(await button('Account'));
    await user.click(await button('Apply 4 changes'));
    await screen.findByText('4 fields set');
    expect(zendesk.form['ticket.customField:custom_field_11']).toBe('ait_category_account');
    expect(zendesk.feedback.map(({ type }) => type)).toEqual(['overridden', 'applied']);
  });
});
