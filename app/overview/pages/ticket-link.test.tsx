import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeZendesk } from '../../test/fake-zendesk.ts';
import { renderOverview } from '../../test/render-overview.tsx';

const link = async () => (await screen.findAllByRole('link', { name: /^#\d+$/ }))[0] as HTMLElement;

describe('a link to a ticket', () => {
  it('opens it in the workspace around the page', async () => {
    const zendesk = new FakeZendesk();
    const { user } = renderOverview({ at: 'queue', frame: zendesk.frame({ location: 'nav_bar' }) });
    const ticket = await link();
    await user.click(ticket);
    expect(zendesk.invoked).toContainEqual(['routeTo', 'ticket', ticket.textContent?.slice(1)]);
  });

  it('is left to the browser where a new tab is asked for', async () => {
    const zendesk = new FakeZendesk();
    const { user } = renderOverview({ at: 'queue', frame: zendesk.frame({ location: 'nav_bar' }) });
    const ticket = await link();
    let isTaken: boolean | null = null;
    window.addEventListener(
      'click',
      (event) => {
        isTaken = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    await user.keyboard('{Control>}');
    await user.click(ticket);
    await user.keyboard('{/Control}');
    expect({ isTaken, invoked: zendesk.invoked.filter(([name]) => name === 'routeTo') }).toEqual({
      isTaken: false,
      invoked: [],
    });
  });
});
