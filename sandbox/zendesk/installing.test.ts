import { createVerify } from 'node:crypto';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_ID, FIRST_ID } from './directory.ts';
import { openZendesk } from './test-client.ts';

const REQUIREMENTS = new URL('../../requirements.json', import.meta.url);
const INSTALLATIONS = '/api/support/apps/installations';

async function makeApp() {
  const appDir = await mkdtemp(join(tmpdir(), 'app-'));
  await mkdir(join(appDir, 'translations'));
  const manifest = {
    name: 'Ticket Triage',
    version: '1.2.3',
    defaultLocale: 'en',
    location: {
      support: { ticket_sidebar: 'assets/index.html', nav_bar: { url: 'http://localhost:1/admin', signed: true } },
    },
    parameters: [
      { name: 'backend_url', type: 'url', required: true, default: 'http://localhost:1' },
      { name: 'shared_secret', type: 'text', secure: true, scopes: ['jwt_secret_key'] },
    ],
  };
  const words = { app: { name: 'Ticket Triage', short_description: 'Sorts tickets', parameters: {} } };
  await writeFile(join(appDir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(appDir, 'translations/en.json'), JSON.stringify(words));
  await cp(REQUIREMENTS, join(appDir, 'requirements.json'));
  return appDir;
}

const open = async (installed = false) => openZendesk({ appDir: await makeApp(), installed });
type Installed = { id: number; settings: Record<string, string> };
type Claims = { iat: number; exp: number };

describe('an app that nobody has installed', () => {
  it('has no fields, no installation and nothing to show', async () => {
    await using account = await open();
    const { body } = await account.admin<{ ticket_fields: { title: string }[] }>('GET', '/api/v2/ticket_fields');
    expect(body.ticket_fields.some(({ title }) => title.startsWith('Triage'))).toBe(false);
    expect((await account.admin('GET', '/sandbox/installation')).body).toMatchObject({
      appUrl: null,
      installationId: null,
      problem: expect.stringContaining('not installed'),
    });
    expect(account.zendesk.readTicket(1).custom_fields).toEqual([]);
  });
});

describe('installing', () => {
  it('makes the fields of requirements.json with ids of their own, once', async () => {
    await using account = await open();
    const installed = await account.admin<Installed>('POST', INSTALLATIONS, { app_id: APP_ID, settings: {} });
    expect(installed).toMatchObject({ status: 201, body: { settings: { backend_url: 'http://localhost:1' } } });
    const made = await account.admin('GET', `/api/v2/apps/installations/${installed.body.id}/requirements.json`);
    const { requirements } = made.body as { requirements: { identifier: string; requirement_id: number }[] };
    expect(requirements.map(({ identifier }) => identifier)).toContain('ai_triage_urgency');
    for (const { requirement_id } of requirements) {
      expect(requirement_id).toBeGreaterThan(FIRST_ID + 10_000);
      expect((await account.admin('GET', `/api/v2/ticket_fields/${requirement_id}`)).status).toBe(200);
    }
    expect(account.zendesk.readTicket(1001).custom_fields).toHaveLength(5);
    expect((await account.admin('POST', INSTALLATIONS, { app_id: APP_ID })).status).toBe(422);
  });

  it("is an admin's business", async () => {
    await using account = await open();
    expect((await account.agent('POST', INSTALLATIONS, { app_id: APP_ID })).status).toBe(403);
    expect((await account.agent('GET', '/sandbox/catalog')).status).toBe(403);
    expect((await account.agent('GET', '/admin/apps')).status).toBe(403);
    expect((await account.admin('GET', '/admin/apps')).status).toBe(200);
    expect((await account.admin('GET', '/sandbox/catalog')).body).toMatchObject({
      app: { name: 'Ticket Triage', fields: { length: 5 }, parameters: [{ value: 'http://localhost:1' }, {}] },
    });
  });

  it('leaves nothing behind when an option’s tag is taken', async () => {
    await using account = await open();
    const taken = { type: 'tagger', title: 'Ours', custom_field_options: [{ name: 'P1', value: 'ait_urgency_p1' }] };
    expect((await account.admin('POST', '/api/v2/ticket_fields', { ticket_field: taken })).status).toBe(201);
    expect((await account.admin('POST', INSTALLATIONS, { app_id: APP_ID })).status).toBe(422);
    expect(account.zendesk.installation()).toBeNull();
    expect(account.zendesk.readTicket(1001).custom_fields).toHaveLength(1);
  });

  it('refuses settings that the manifest does not take', async () => {
    await using account = await open();
    for (const settings of [{ backend_url: 'nonsense' }, { backend_url: '' }, { unknown: 'x' }])
      expect((await account.admin('POST', INSTALLATIONS, { app_id: APP_ID, settings })).status).toBe(422);
  });
});

describe('the settings', () => {
  it('are merged, and secure ones never come back', async () => {
    await using account = await open(true);
    const id = account.zendesk.installation()?.id;
    for (const path of [`/api/v2/apps/installations/${id}.json`, `${INSTALLATIONS}/${id}.json`]) {
      const changed = await account.api('PUT', path, { settings: { shared_secret: 'hidden-value' } });
      expect(changed.status).toBe(200);
      expect(JSON.stringify([changed.body, (await account.api('GET', path)).body])).not.toContain('hidden-value');
      expect((await account.agent('PUT', path, { settings: {} })).status).toBe(403);
    }
    await account.api('PUT', `${INSTALLATIONS}/${id}`, { settings: { backend_url: 'https://triage.example' } });
    expect(account.zendesk.installation()?.settings).toEqual({
      backend_url: 'https://triage.example',
      shared_secret: 'hidden-value',
    });
  });
});

describe('uninstalling', () => {
  it('takes the fields and their values away; installing again makes new ones', async () => {
    await using account = await open(true);
    const before = account.zendesk.installation();
    expect(account.zendesk.readTicket(1).custom_fields.some(({ value }) => value !== null)).toBe(true);
    expect((await account.admin('DELETE', `${INSTALLATIONS}/${before?.id}`)).status).toBe(204);
    expect(account.zendesk.readTicket(1).custom_fields).toEqual([]);
    expect((await account.admin('GET', `/api/v2/apps/installations/${before?.id}`)).status).toBe(404);
    const again = account.zendesk.install();
    expect(again.id).not.toBe(before?.id);
    expect(Object.keys(again.requirements)).toEqual(Object.keys(before?.requirements ?? {}));
    expect(account.zendesk.readTicket(1).custom_fields.every(({ value }) => value === null || value === false)).toBe(
      true,
    );
  });
});

describe('a signed location', () => {
  it('is opened with a token of the app’s key, for who is signed in', async () => {
    await using account = await open(true);
    const { body } = await account.admin<{ token: string }>('POST', '/sandbox/app-token', { location: 'nav_bar' });
    const [head = '', payload = '', signature = ''] = body.token.split('.');
    const pem = await account.api<string>('GET', `/api/v2/apps/${APP_ID}/public_key.pem`);
    const verify = createVerify('RSA-SHA256').update(`${head}.${payload}`);
    expect(verify.verify(pem.body, signature, 'base64url')).toBe(true);
    expect(pem.body).toBe(account.zendesk.appPublicKey());
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    expect(claims).toMatchObject({
      iss: 'bookwren.zendesk.com',
      aud: `https://bookwren.zendesk.com/api/v2/apps/installations/${account.zendesk.installation()?.id}.json`,
      sub: `https://bookwren.zendesk.com/api/v2/users/${account.zendesk.adminId}.json`,
      context: { product: 'support', location: 'nav_bar' },
    });
    expect(claims.exp - claims.iat).toBe(60);
  });

  it('is what the manifest says it is, and asks for somebody signed in', async () => {
    await using account = await open(true);
    expect((await account.admin('POST', '/sandbox/app-token', { location: 'ticket_sidebar' })).status).toBe(404);
    expect((await account.anonymous('POST', '/sandbox/app-token', { location: 'nav_bar' })).status).toBe(401);
    expect((await account.api('POST', '/sandbox/app-token', { location: 'nav_bar' })).status).toBe(401);
    expect((await account.anonymous('GET', `/api/v2/apps/${APP_ID}/public_key.pem`)).status).toBe(401);
  });
});
