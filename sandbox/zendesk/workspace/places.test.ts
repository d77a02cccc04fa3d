import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ID } from '../directory.ts';
import { openZendesk } from '../test-client.ts';
import { findApp, launchBrowser, makeApp } from './test-workspace.ts';

type Opening = { method: string; url: URL; token: string | null };
type Account = Awaited<ReturnType<typeof openZendesk>>;

let browser: Browser;
let app: Awaited<ReturnType<typeof makeApp>>;
let backend: Server;
let sdkUrl = '';
const openings: Opening[] = [];

/** Stands for a backend that serves the app's own page. */
async function startBackend(): Promise<string> {
  backend = createServer(async (request, response) => {
    const token = new URLSearchParams(await text(request)).get('token');
    openings.push({ method: request.method ?? '', url: new URL(request.url ?? '', 'http://localhost'), token });
    response.setHeader('content-type', 'text/html');
    const heard = "window.heard = []; addEventListener('message', ({ data }) => heard.push(JSON.parse(data)))";
    response.end(`<!doctype html><title>Admin</title><h1>Admin page</h1><script>${heard}</script>
<script src="${sdkUrl}"></script><script>window.client = ZAFClient.init()</script>`);
  }).listen(0, '127.0.0.1');
  await once(backend, 'listening');
  return `http://localhost:${(backend.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const [launched, origin] = await Promise.all([launchBrowser(), startBackend()]);
  browser = launched;
  app = await makeApp({
    location: {
      support: {
        ticket_sidebar: 'assets/index.html',
        new_ticket_sidebar: 'assets/index.html',
        nav_bar: { url: `${origin}/admin`, signed: true },
      },
    },
    parameters: [{ name: 'backend_url', type: 'url', required: true, default: origin }],
  });
});
afterAll(async () => {
  await browser.close();
  await app.remove();
  backend.close();
});

async function open(path: string, options: { installed?: boolean } = {}) {
  const account: Account = await openZendesk({ appDir: app.folder, ...options });
  sdkUrl = `${account.zendesk.appUrl}/${APP_ID}/assets/sdk.js`;
  openings.length = 0;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(account.zendesk.url + path);
  return {
    ...account,
    page,
    errors,
    test: (name: string) => page.locator(`[data-test="${name}"]`),
    async [Symbol.asyncDispose]() {
      await context.close();
      await account.zendesk.close();
    },
  };
}

describe('the navigation bar', () => {
  it("opens a signed page of the app with a token in a form, once, and speaks the app's protocol with it", async () => {
    await using desk = await open('/agent/?as=admin');
    await desk.test('nav-app').click();
    const frame = await findApp(desk.page, 'nav-app-frame');
    expect(openings).toHaveLength(1);
    expect(openings[0]).toMatchObject({ method: 'POST', token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) });
    expect(openings[0]?.url.searchParams.get('origin')).toBe(desk.zendesk.url);
    const seen = await frame.evaluate(async () => ({
      context: await client.context(),
      user: await client.get('currentUser'),
      ticket: await client.get('ticket').catch((error: Error) => error.message),
      registered: heard.filter(({ key }) => key === 'zaf.app.registered').length,
      me: await client.request('/api/v2/users/me.json'),
    }));
    expect(seen.context).toMatchObject({
      location: 'nav_bar',
      instanceGuid: openings[0]?.url.searchParams.get('app_guid'),
    });
    expect(seen.context).not.toHaveProperty('ticketId');
    expect(seen.user).toMatchObject({ currentUser: { id: desk.zendesk.adminId, role: 'admin' } });
    expect(seen.me).toMatchObject({ user: { id: desk.zendesk.adminId } });
    expect(seen.ticket).toContain('No such Api');
    expect(seen.registered).toBe(1);
    expect(desk.errors).toEqual([]);
  });

  it('lets the page open a window in which an admin allows access, and leads to tickets', async () => {
    await using desk = await open('/agent/?as=admin');
    await desk.test('nav-app').click();
    const frame = await findApp(desk.page, 'nav-app-frame');
    const query = new URLSearchParams({
      client_id: desk.zendesk.globalOauth.clientId,
      redirect_uri: `${new URL(frame.url()).origin}/connect/callback`,
      response_type: 'code',
      scope: 'tickets:read users:read',
      state: 'xyz',
      code_challenge: 'a'.repeat(43),
      code_challenge_method: 'S256',
    });
    const url = `${desk.zendesk.url}/oauth/authorizations/new?${query}`;
    const popup = desk.page.waitForEvent('popup');
    await frame.evaluate((address) => {
      window.open(address, '_blank');
    }, url);
    const asked = await popup;
    expect(await asked.locator('[data-test="oauth-user"]').textContent()).toBe('Ingrid Solberg');
    expect(await asked.locator('[data-test="oauth-scope"]').count()).toBe(2);
    await asked.locator('[data-test="oauth-allow"]').click();
    await asked.waitForURL(/connect\/callback/);
    expect(openings.at(-1)?.url.searchParams.get('state')).toBe('xyz');
    expect(openings.at(-1)?.url.searchParams.get('code')).toMatch(/^[0-9a-f]{48}$/);
    await frame.evaluate(() => {
      void client.invoke('routeTo', 'ticket', 1001);
    });
    await desk.test('subject').waitFor();
    expect(desk.errors).toEqual([]);
  });
});

describe("the address of the app's own page", () => {
  const routes = (frame: Frame) =>
    frame.evaluate(() => heard.filter(({ key }) => key === 'zaf.app.route.changed').map(({ message }) => message));
  const listen = (frame: Frame) =>
    frame.evaluate(() => {
      client.on('app.route.changed', () => undefined);
      return client.get('currentUser');
    });

  it('opens it, and tells it the segments that follow, now and when they change', async () => {
    await using desk = await open('/agent/apps/test-app/volume/by=sub%2Fcategory');
    const frame = await findApp(desk.page, 'nav-app-frame');
    expect(await desk.test('nav-app').getAttribute('aria-current')).toBe('page');
    await listen(frame);
    const first = { appName: 'test-app', paramPath: 'volume/by=sub%2Fcategory' };
    expect(await routes(frame)).toEqual([first]);
    await desk.page.evaluate(() => {
      history.pushState(null, '', '/agent/apps/test-app/drift');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect.poll(() => routes(frame)).toEqual([first, { appName: 'test-app', paramPath: 'drift' }]);
    await desk.page.goBack();
    await expect.poll(() => routes(frame)).toHaveLength(3);
    expect((await routes(frame)).at(-1)).toEqual(first);
    expect(openings).toHaveLength(1);
    await desk.test('nav-app').click();
    await expect.poll(() => routes(frame)).toHaveLength(4);
    expect(new URL(desk.page.url()).pathname).toBe('/agent/apps/test-app');
    expect(desk.errors).toEqual([]);
  });

  it('tells nothing to a page that does not listen', async () => {
    await using desk = await open('/agent/apps/test-app/volume');
    const frame = await findApp(desk.page, 'nav-app-frame');
    await frame.evaluate(() => client.get('currentUser'));
    expect(await routes(frame)).toEqual([]);
  });

  it.each(['/agent/apps/other/volume', '/agent/apps/Test-app', '/agent/apps/2'])(
    'is no other one: %s',
    async (path) => {
      await using desk = await open(path);
      await desk.page.getByText('There is no such app.').waitFor();
      expect(await desk.test('nav-app-frame').count()).toBe(0);
      expect(openings).toEqual([]);
    },
  );
});

describe('a new ticket', () => {
  it('has the app beside it without an id, and becomes a ticket with what was set', async () => {
    await using desk = await open('/agent/');
    await desk.test('nav-new-ticket').click();
    const frame = await findApp(desk.page);
    await desk.test('new-subject').fill('Where is it?');
    await desk.test('reply').fill('My parcel did not come.');
    const seen = await frame.evaluate(async () => {
      await client.set('ticket.priority', 'high');
      return {
        context: await client.context(),
        ticket: (await client.get('ticket')).ticket as Record<string, unknown>,
      };
    });
    expect(seen.context.location).toBe('new_ticket_sidebar');
    expect(seen.context).not.toHaveProperty('ticketId');
    expect(seen.ticket).toMatchObject({ subject: 'Where is it?', isNew: true, priority: 'high' });
    expect(seen.ticket).not.toHaveProperty('id');
    await desk.test('new-submit').click();
    await desk.test('subject').waitFor();
    const id = Number(desk.page.url().split('/').at(-1));
    expect(desk.zendesk.readTicket(id)).toMatchObject({ subject: 'Where is it?', priority: 'high', comments: [{}] });
    expect(desk.errors).toEqual([]);
  });
});

describe('the admin page', () => {
  it('installs the app and takes it away again', async () => {
    await using desk = await open('/admin/apps?as=admin', { installed: false });
    expect(await desk.test('nav-app').count()).toBe(0);
    await desk.test('app-install').click();
    await desk.test('parameter-backend_url').fill('nonsense');
    await desk.test('install-confirm').click();
    expect(await desk.test('toast').textContent()).toContain('must be a URL');
    await desk.test('parameter-backend_url').fill('http://localhost:1');
    await desk.test('install-confirm').click();
    await desk.test('app-uninstall').waitFor();
    expect(desk.zendesk.installation()?.settings).toEqual({ backend_url: 'http://localhost:1' });
    await desk.test('nav-app').click();
    await findApp(desk.page, 'nav-app-frame');
    await desk.test('nav-admin').click();
    await desk.test('app-uninstall').click();
    await desk.test('app-install').waitFor();
    expect(desk.zendesk.installation()).toBeNull();
    expect(desk.errors).toEqual([]);
  });

  it('is closed to agents', async () => {
    await using desk = await open('/admin/apps');
    await desk.test('forbidden').waitFor();
  });
});
