import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fetchToken, openZendesk } from './test-client.ts';

const MANIFEST = {
  name: 'Triage',
  author: { name: 'A', email: 'a@b.example' },
  defaultLocale: 'en',
  private: true,
  version: '1.0.0',
  frameworkVersion: '2.0',
  location: { support: { ticket_sidebar: { url: 'assets/index.html', flexible: true } } },
  parameters: [{ name: 'shared_secret', type: 'text', secure: true, scopes: ['jwt_secret_key'] }],
  domainWhitelist: ['triage.example'],
};
const FILES = {
  'assets/index.html': '<p>app</p>',
  'translations/en.json': { app: { name: 'Triage', parameters: { shared_secret: { label: 'Secret' } } } },
  'requirements.json': { ticket_fields: { ai: { title: 'AI', type: 'text' } } },
};

function zip(files: Record<string, unknown>): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    strToU8(typeof content === 'string' ? content : JSON.stringify(content)),
  ]);
  return zipSync(Object.fromEntries(bytes)) as Uint8Array<ArrayBuffer>;
}

async function openApps() {
  const account = await openZendesk({ installed: false });
  const authorization = `Bearer ${await fetchToken(account.zendesk, 'read write')}`;
  const post = async (path: string, part: string, content: Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.append(part, new Blob([content]), 'app.zip');
    const response = await fetch(account.zendesk.url + path, { method: 'POST', headers: { authorization }, body });
    return { status: response.status, body: (await response.json()) as { description?: string; id?: number } };
  };
  return { ...account, post, [Symbol.asyncDispose]: () => account.zendesk.close() };
}

const { author: _, ...anonymous } = MANIFEST;
const withManifest = (change: object) => ({ ...FILES, 'manifest.json': { ...MANIFEST, ...change } });

describe('validating a package', () => {
  it('lets a good one pass', async () => {
    await using apps = await openApps();
    expect((await apps.post('/api/v2/apps/validate', 'file', zip(withManifest({})))).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no manifest', FILES, 'manifest.json'],
    ['no author', { ...FILES, 'manifest.json': anonymous }, 'author'],
    ['no translation for the default locale', withManifest({ defaultLocale: 'fr' }), 'translation'],
    [
      'a page outside assets/',
      withManifest({ location: { support: { ticket_sidebar: 'index.html' } } }),
      'location URI',
    ],
    [
      'a page over http',
      withManifest({ location: { support: { ticket_sidebar: 'http://127.0.0.1/' } } }),
      'location URI',
    ],
    ['an unknown location', withManifest({ location: { support: { side: 'assets/index.html' } } }), 'invalid location'],
    ['another framework', withManifest({ frameworkVersion: '1.0' }), 'frameworkVersion'],
    ['a version that is a number', withManifest({ version: 1 }), 'version'],
    ['a password parameter', withManifest({ parameters: [{ name: 'x', type: 'password' }] }), 'parameter type'],
    ['scopes without secure', withManifest({ parameters: [{ name: 'x', scopes: ['header'] }] }), 'scopes'],
    [
      'a required hidden parameter',
      withManifest({ parameters: [{ name: 'x', type: 'hidden', required: true }] }),
      'hidden',
    ],
    ['a parameter without a label', withManifest({ parameters: [{ name: 'unlabelled' }] }), 'label'],
    ['a wrong locale name', { ...withManifest({}), 'translations/en_US.json': {} }, 'locale'],
    ['groups as requirements', { ...withManifest({}), 'requirements.json': { groups: {} } }, 'requirement type'],
    [
      'a field without title',
      { ...withManifest({}), 'requirements.json': { ticket_fields: { x: { type: 'text' } } } },
      'title',
    ],
    ['an archive inside', { ...withManifest({}), 'assets/more.zip': 'x' }, 'not allowed'],
  ])('refuses %s', async (_, files, reason) => {
    await using apps = await openApps();
    const { status, body } = await apps.post('/api/v2/apps/validate', 'file', zip(files));
    expect(status).toBe(422);
    expect(body.description).toContain(reason);
  });

  it('refuses what is no zip, and a form without the file', async () => {
    await using apps = await openApps();
    expect(
      (await apps.post('/api/v2/apps/validate', 'file', strToU8('no zip') as Uint8Array<ArrayBuffer>)).status,
    ).toBe(422);
    expect((await apps.post('/api/v2/apps/validate', 'other', zip(withManifest({})))).status).toBe(400);
  });
});

describe('installing an app', () => {
  it('goes by upload, job and installation, as zcli does it', async () => {
    await using apps = await openApps();
    const upload = await apps.post('/api/v2/apps/uploads.json', 'uploaded_data', zip(withManifest({})));
    expect(upload.status).toBe(201);
    const created = await apps.api<{ job_id: string }>('POST', '/api/apps.json', {
      upload_id: upload.body.id,
      name: 'Triage',
    });
    const job = await apps.api<{ app_id: number }>('GET', `/api/v2/apps/job_statuses/${created.body.job_id}`);
    expect(job.body).toMatchObject({ status: 'completed', app_id: expect.any(Number) });
    const { app_id } = job.body;
    const installed = await apps.api<{ id: number }>('POST', '/api/support/apps/installations.json', {
      app_id: `${app_id}`,
      settings: { a: 1 },
    });
    expect(installed.status).toBe(201);
    const path = `/api/support/apps/installations/${installed.body.id}.json`;
    expect((await apps.api('PUT', path, { settings: { a: 2 } })).body).toMatchObject({ app_id, settings: { a: 2 } });
    expect((await apps.api('GET', '/api/support/apps/installations.json')).body).toMatchObject({
      installations: [{ app_id }],
    });
    const newer = await apps.post(
      '/api/v2/apps/uploads.json',
      'uploaded_data',
      zip(withManifest({ version: '1.0.1' })),
    );
    const updated = await apps.api<{ job_id: string }>('PUT', `/api/v2/apps/${app_id}`, { upload_id: newer.body.id });
    expect((await apps.api('GET', `/api/v2/apps/job_statuses/${updated.body.job_id}`)).body).toMatchObject({ app_id });
    expect((await apps.api('PUT', '/api/v2/apps/5', { upload_id: newer.body.id })).status).toBe(404);
    expect((await apps.api('POST', '/api/apps.json', { upload_id: upload.body.id, name: 'Again' })).status).toBe(422);
  });
});
