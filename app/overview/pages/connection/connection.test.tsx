import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Check } from '../../../../backend/contract/connection.ts';
import { aConnection } from '../../../test/an-account.ts';
import { Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';

const broken = (check: Partial<Check>): Check => ({
  name: 'webhook',
  state: 'broken',
  reason: 'webhook_deleted',
  missing: [],
  remedy: 'repair',
  ...check,
});
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('connecting', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** As a sandboxed frame opens it: its opener alone may lead it somewhere. */
  const aWindow = () => {
    let address = 'about:blank';
    const location = {
      get href() {
        return address;
      },
      set href(to) {
        if (popup.opener) address = to;
      },
    };
    const popup = { opener: window as Window | null, location, close: vi.fn() };
    return popup;
  };
  const opening = (opened: ReturnType<typeof aWindow> | null) =>
    vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window | null);

  it('opens Zendesk in a window that cannot reach back, and goes on once it is allowed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const popup = aWindow();
    opening(popup);
    const { backend, user } = renderOverview({ backend: (fake) => (fake.role = 'visitor') });
    await user.click(await button('Connect'));
    await screen.findByText(/^Waiting for you to allow it/);
    expect(popup).toMatchObject({
      opener: null,
      location: { href: expect.stringContaining('acme.zendesk.com/oauth') },
    });
    backend.role = 'admin';
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await screen.findByRole('heading', { level: 2, name: 'Everything works' })).toBeTruthy();
  });

  it('gives a link where the browser opens no window', async () => {
    opening(null);
    const { user } = renderOverview({ backend: (fake) => (fake.role = 'visitor') });
    await user.click(await button('Connect'));
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: /^Allow access in Zendesk/ });
    expect(link).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
    expect(link.href).toContain('https://acme.zendesk.com/oauth');
  });

  it('closes the window again when there is nothing to open', async () => {
    const popup = aWindow();
    opening(popup);
    const { user } = renderOverview({
      backend: (fake) => {
        fake.role = 'visitor';
        fake.answers.startAuthorization = () => new Refusal(503, 'unavailable', 'OAuth is not configured.');
      },
    });
    await user.click(await button('Connect'));
    expect(await screen.findByText('OAuth is not configured.')).toBeTruthy();
    expect(popup.close).toHaveBeenCalledOnce();
  });

  it('is offered again when the access was revoked', async () => {
    renderOverview({
      at: 'connection',
      backend: (fake) => {
        const checks = [broken({ name: 'authorization', reason: 'not_allowed', remedy: 'connect' })];
        fake.connection = aConnection({ healthy: false, checks });
      },
    });
    expect(await screen.findByRole('heading', { level: 2, name: 'Connect again' })).toBeTruthy();
    expect(screen.getByText(/it was revoked or has ended/)).toBeTruthy();
  });
});

describe('the health of a connection', () => {
  it('says what is wrong in words and repairs it', async () => {
    const { backend, user } = renderOverview({
      at: 'connection',
      backend: (fake) => {
        const checks = [
          broken({}),
          broken({ name: 'fields', reason: 'fields_missing', missing: ['urgency', 'sentiment'] }),
        ];
        fake.connection = aConnection({ healthy: false, checks });
      },
    });
    expect(await screen.findByText(/^The webhook was deleted in Zendesk/)).toBeTruthy();
    expect(screen.getByText('Fields are missing in Zendesk: urgency and sentiment')).toBeTruthy();
    await user.click(await button('Repair: Webhook'));
    await screen.findByText('Repaired. Everything works.');
    expect(backend.called('repairConnection').map(({ body }) => body)).toEqual([{ check: 'webhook' }]);
  });

  it('repairs everything at once, and says what stays broken', async () => {
    const left = aConnection({
      healthy: false,
      checks: [broken({ name: 'sidebar', reason: 'app_missing', remedy: 'none' })],
    });
    const { backend, user } = renderOverview({
      at: 'connection',
      backend: (fake) => {
        fake.connection = aConnection({ healthy: false, checks: [broken({})] });
        fake.answers.repairConnection = () => left;
      },
    });
    await user.click(await button('Repair all'));
    await screen.findByText(/^Repaired what could be repaired/);
    expect(backend.called('repairConnection').map(({ body }) => body)).toEqual([{}]);
    expect(screen.queryByRole('button', { name: /^Repair/ })).toBeNull();
  });

  it('sends to the page where groups are chosen', async () => {
    const { user } = renderOverview({
      at: 'connection',
      backend: (fake) => {
        const checks = [
          broken({ name: 'groups', reason: 'groups_missing', missing: ['tech_support'], remedy: 'choose' }),
        ];
        fake.connection = aConnection({ healthy: false, checks });
      },
    });
    await user.click(await button('Choose groups'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Teams and groups' })).toBeTruthy();
  });

  it('says why it cannot be looked at, with the number of the request', async () => {
    const { backend, user } = renderOverview({
      at: 'connection',
      backend: (fake) => {
        fake.answers.readConnection = () => new Refusal(500, 'internal', 'Oops.');
      },
    });
    await screen.findByText('req-1');
    delete backend.answers.readConnection;
    await user.click(await button('Try again'));
    expect(await screen.findByText('Everything works')).toBeTruthy();
  });
});

describe('leaving', () => {
  it('removes everything only for who types the name of the account', async () => {
    const { backend, user } = renderOverview({ at: 'connection' });
    await user.click(await button('Remove everything'));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole<HTMLButtonElement>('button', { name: 'Remove everything' });
    await user.type(dialog.getByLabelText('Type acme to go on'), 'acm');
    expect(confirm.disabled).toBe(true);
    await user.type(dialog.getByLabelText('Type acme to go on'), 'e');
    await user.click(confirm);
    await screen.findByText('Everything is being erased.');
    expect(backend.called('removeTenant').map(({ body }) => body)).toEqual([{ tenant: 'acme' }]);
  });

  it('does nothing when it is called off', async () => {
    const { backend, user } = renderOverview({ at: 'connection' });
    await user.click(await button('Disconnect'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.called('disconnect')).toEqual([]);
  });

  it('is not offered for an account of the configuration', async () => {
    renderOverview({ at: 'connection', backend: (fake) => (fake.connection = aConnection({ kind: 'environment' })) });
    await button('New secrets');
    expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull();
  });
});
