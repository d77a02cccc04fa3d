import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_ID } from './directory.ts';
import { FIELDS } from './fields.ts';
import { openZendesk } from './test-client.ts';

async function buildApp() {
  const appDir = await mkdtemp(join(tmpdir(), 'app-'));
  await mkdir(join(appDir, 'assets'));
  const manifest = {
    name: 'Ticket Triage',
    version: '1.2.3',
    location: { support: { ticket_sidebar: { url: 'assets/index.html' }, nav_bar: 'https://app.example/' } },
    parameters: [
      { name: 'backend_url', type: 'url', default: 'http://localhost:8787' },
      { name: 'shared_secret', secure: true },
    ],
  };
  await writeFile(join(appDir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(appDir, 'assets/index.html'), '<p>app</p>');
  await writeFile(join(appDir, 'assets/index-a1B2c3D4.js'), 'run()');
  return appDir;
}

describe('the installation', () => {
  it('tells the page what it needs, without secrets', async () => {
    await using account = await openZendesk({ appDir: await buildApp(), settings: { shared_secret: 'hidden' } });
    const { body } = await account.agent('GET', '/sandbox/installation');
    expect(body).toMatchObject({
      appId: APP_ID,
      name: 'Ticket Triage',
      version: '1.2.3',
      appUrl: `${account.zendesk.appUrl}/${APP_ID}/assets/index.html`,
      locations: { nav_bar: 'https://app.example/' },
      account: { subdomain: 'bookwren' },
      currentUser: { role: 'agent', groups: expect.any(Array) },
      requirements: { ai_triage_category: FIELDS[0]?.id },
      problem: null,
    });
    expect(body).toHaveProperty('settings', { backend_url: 'http://localhost:8787' });
    const requirements = await account.api(
      'GET',
      `/api/v2/apps/installations/${(body as { installationId: number }).installationId}/requirements`,
    );
    expect(requirements.body).toMatchObject({
      requirements: [{ identifier: 'ai_triage_category', requirement_id: FIELDS[0]?.id }, {}, {}, {}, {}],
    });
  });

  it('says so when there is no app', async () => {
    for (const appDir of [undefined, '/nowhere']) {
      await using account = await openZendesk(appDir === undefined ? {} : { appDir });
      const { body } = await account.agent('GET', '/sandbox/installation');
      expect(body).toMatchObject({ appUrl: null, problem: expect.stringMatching(/app/) });
    }
  });
});

describe('the app host', () => {
  it('serves assets from a second origin, for good when their name is a hash, and nothing else', async () => {
    await using account = await openZendesk({ appDir: await buildApp() });
    const get = (path: string) => fetch(`${account.zendesk.appUrl}/${APP_ID}/${path}`);
    expect(account.zendesk.appUrl).not.toBe(account.zendesk.url);
    const page = await get('assets/index.html');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.has('x-frame-options')).toBe(false);
    expect((await get('assets/index-a1B2c3D4.js')).headers.get('cache-control')).toContain('immutable');
    for (const path of ['manifest.json', 'assets/..%2fmanifest.json', 'assets/%00', 'assets/%zz', 'assets/']) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

describe('the workspace page', () => {
  it('serves TypeScript as JavaScript', async () => {
    await using account = await openZendesk();
    for (const path of ['/zaf-error.ts', '/workspace/zaf-error.ts']) {
      const response = await fetch(account.zendesk.url + path);
      expect(response.headers.get('content-type')).toContain('text/javascript');
      expect(await response.text()).not.toMatch(/: string\b/);
    }
    expect((await fetch(`${account.zendesk.url}/..%2fstart.ts`)).status).toBe(404);
  });
});
