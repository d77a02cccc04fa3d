import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderOverview } from '../../../test/render-overview.tsx';
import { holdRules, sentRules, someRules } from '../../../test/some-routing.ts';

async function renderEdited() {
  const view = renderOverview({ at: 'assignment', backend: (fake) => holdRules(fake, someRules()) });
  await view.user.click(await screen.findByRole('switch', { name: 'Choose an agent for each ticket' }));
  return view;
}
const save = () => screen.getByRole('button', { name: 'Save changes' });

describe('the routing rules', () => {
  it('are one draft over their pages, which settings have no part in', async () => {
    const { backend, user } = await renderEdited();
    await user.click(screen.getByRole('link', { name: /^Business hours/ }));
    await user.click(await screen.findByRole('button', { name: 'Add a schedule' }));
    expect(screen.getByText('Also saves changes in: Agents')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: /^Privacy/ }));
    await screen.findByRole('heading', { level: 1, name: 'Privacy' });
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
    const menu = within(screen.getByRole('navigation', { name: 'Pages' }));
    expect(menu.getAllByRole('img', { name: 'Not saved' })).toHaveLength(2);

    await user.click(screen.getByRole('link', { name: /^Agents/ }));
    await user.click(await screen.findByRole('button', { name: 'Save changes' }));
    await screen.findByText('Saved.');
    expect(sentRules(backend).assignment.enabled).toBe(true);
    expect(Object.keys(sentRules(backend).schedules)).toEqual(['hours_1']);
  });

  it('of somebody else are not overwritten', async () => {
    const { backend, user } = await renderEdited();
    holdRules(backend, someRules(), someRules({ rules: [] }));
    await user.click(save());
    await screen.findByText('Admin saved version 2 meanwhile');
    await user.click(screen.getByRole('button', { name: 'Go on with mine' }));
    await user.click(save());
    await screen.findByText('Saved.');
    expect(backend.called('changeRouting').map(({ body }) => (body as { basedOn: number }).basedOn)).toEqual([1, 2]);
  });
});
