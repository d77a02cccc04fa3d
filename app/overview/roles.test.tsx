import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderOverview } from '../test/render-overview.tsx';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const menu = () => screen.getByRole('navigation', { name: 'Pages' });
const groups = () =>
  within(menu())
    .getAllByRole('list')
    .map((list) => list.getAttribute('aria-label'));
const link = (name: string) => within(menu()).getByRole<HTMLAnchorElement>('link', { name });
const LEAD = ['Queue', 'Volume', 'Agreement', 'Confidence', 'Drift', 'Replies and time saved', 'Cost', 'Escalations'];
const isAdmins = ({ name }: { name: string }) => /Settings|Routing|Connection|Trust|Usage/.test(name);

describe('an agent', () => {
  it('sees the overview alone, and nothing of the settings is asked for', async () => {
    const { backend } = renderOverview({ backend: (fake) => (fake.role = 'agent') });
    await heading('Queue');
    expect(groups()).toEqual(['Overview']);
    expect(
      within(menu())
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(LEAD);
    expect(backend.calls.filter(isAdmins)).toEqual([]);
  });

  it("lands on the queue by an admin's link", async () => {
    const { backend } = renderOverview({ at: 'connection', backend: (fake) => (fake.role = 'agent') });
    await heading('Queue');
    expect(backend.calls.filter(isAdmins)).toEqual([]);
  });
});

describe('an admin', () => {
  it('lands on the queue, and sees the pages of admins too', async () => {
    const { backend } = renderOverview();
    await heading('Queue');
    expect(groups()).toEqual(['Overview', 'Set-up', 'Rules', 'Decisions', 'Operation', 'Data and privacy']);
    expect(backend.calls.filter(isAdmins)).toEqual([]);
  });

  it('keeps a draft while looking at the overview, and the settings are read once', async () => {
    const { backend, user } = renderOverview({ at: 'mode' });
    const review = () => screen.findByLabelText<HTMLInputElement>(/Flag for review/);
    await user.clear(await review());
    await user.type(await review(), '75');
    await user.click(link('Drift'));
    await heading('Drift');
    expect(screen.queryByLabelText(/Flag for review/)).toBeNull();
    await waitFor(() => expect(within(menu()).getByRole('img', { name: 'Not saved' })).toBeTruthy());
    await user.click(within(menu()).getByRole('link', { name: /^Mode and trust/ }));
    expect((await review()).value).toBe('75');
    expect(backend.called('readTenantSettings')).toHaveLength(1);
  });

  it('who is none any more sees what an agent does', async () => {
    const { backend, client } = renderOverview({ at: 'privacy' });
    await heading('Privacy');
    backend.role = 'agent';
    await act(() => client.renew());
    await heading('Queue');
    expect(groups()).toEqual(['Overview']);
  });
});

describe('the menu', () => {
  it('keeps the range of days from one page of the overview to another', async () => {
    const { user } = renderOverview({ at: 'agreement?from=2026-11-01&to=2026-11-27&field=urgency' });
    await heading('Agreement');
    expect(link('Privacy').hash).toBe('#/privacy');
    await user.click(link('Volume'));
    await heading('Volume');
    expect(window.location.hash).toBe('#/volume?from=2026-11-01&to=2026-11-27');
  });
});
