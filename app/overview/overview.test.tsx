import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../test/fake-backend.ts';
import { renderOverview } from '../test/render-overview.tsx';
import { readSession } from './api/read-session.ts';
import { Overview } from './Overview.tsx';

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

describe("the admin's page", () => {
  it('says where it belongs when nobody vouches for who has it open', async () => {
    render(<Overview client={null} connection={Promise.resolve(null)} />);
    expect(await screen.findByText('Open this page inside Zendesk')).toBeTruthy();
  });

  it('opens the page of its address and goes where the menu says', async () => {
    const { user } = renderOverview({ at: 'privacy' });
    await heading('Privacy');
    const menu = screen.getByRole('navigation', { name: 'Pages' });
    expect(within(menu).getByRole('link', { name: 'Privacy' }).getAttribute('aria-current')).toBe('page');
    await user.click(within(menu).getByRole('link', { name: 'Audit log' }));
    await heading('Audit log');
    expect(document.activeElement?.id).toBe('content');
  });

  it('has one first heading, on every page, and ends when the session does', async () => {
    const { client } = renderOverview({ at: 'no-such-page' });
    await heading('Queue');
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(client.isOver()).toBe(false);
  });

  it('says when the session is over', async () => {
    renderOverview({
      at: 'connection',
      backend: (fake) => {
        fake.answers.readConnection = () => new Refusal(401, 'unauthorized', 'It is over.');
        fake.answers.renewSession = () => new Refusal(401, 'unauthorized', 'It is over.');
      },
    });
    expect(await screen.findByText('Your session has ended')).toBeTruthy();
  });
});

describe('a session that ends', () => {
  it('leaves what is not saved to be copied', async () => {
    const { backend, user } = renderOverview({ at: 'mode' });
    const field = await screen.findByLabelText<HTMLInputElement>(/Flag for review/);
    await user.clear(field);
    await user.type(field, '75');
    backend.token = 'another';
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('Your session has ended')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'What you had changed' }).textContent).toContain('"reviewBelow": 0.75');
  });
});

describe('the session in the page', () => {
  const page = (content: string) => {
    const page = document.implementation.createHTMLDocument();
    const meta = page.createElement('meta');
    meta.name = 'triage-session';
    meta.content = content;
    page.head.append(meta);
    return page;
  };
  const session = { token: 't', expiresAt: '2026-03-02T10:00:00Z', tenant: 'acme', userId: '5', role: 'admin' };

  it('is read once and leaves the page', () => {
    const held = page(JSON.stringify(session));
    expect(readSession(held)).toEqual(session);
    expect(readSession(held)).toBeNull();
  });

  it.each(['', 'null', '{"token":"t"}', '<script>'])('is none of %j', (content) => {
    expect(readSession(page(content))).toBeNull();
  });
});
