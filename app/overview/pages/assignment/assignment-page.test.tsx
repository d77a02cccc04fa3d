import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderOverview } from '../../../test/render-overview.tsx';
import { holdRules, sentRules, someRules } from '../../../test/some-routing.ts';

async function renderAssignment() {
  const view = renderOverview({ at: 'assignment', backend: (fake) => holdRules(fake, someRules()) });
  await screen.findByRole('heading', { level: 2, name: 'Choosing an agent' });
  return view;
}

describe('the choice of an agent', () => {
  it('is switched on, capped, and knows what single agents can do', async () => {
    const { backend, user } = await renderAssignment();
    await user.click(screen.getByRole('switch', { name: 'Choose an agent for each ticket' }));
    await user.clear(screen.getByLabelText('Open tickets at most'));
    await user.type(screen.getByLabelText('Zendesk user id'), '360123');
    await user.click(screen.getByRole('button', { name: 'Add this agent' }));
    const agent = within(screen.getByRole('listitem', { name: '360123' }));
    await user.type(agent.getByLabelText('Skills'), 'sepa');
    await user.selectOptions(agent.getByLabelText('One more language'), 'German');
    await user.click(agent.getByRole('button', { name: 'Add' }));
    await user.selectOptions(agent.getByLabelText('Cap'), 'No cap');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Saved.');
    expect(sentRules(backend).assignment).toEqual({
      enabled: true,
      maxOpen: null,
      agents: { '360123': { skills: ['sepa'], languages: ['de'], maxOpen: null } },
    });
  });

  it('takes nobody twice and nothing that is no user id', async () => {
    const { user } = await renderAssignment();
    const add = screen.getByRole<HTMLButtonElement>('button', { name: 'Add this agent' });
    await user.type(screen.getByLabelText('Zendesk user id'), 'ada');
    expect(add.disabled).toBe(true);
  });
});
