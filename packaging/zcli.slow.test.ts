import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setDefaultCACertificates } from 'node:tls';
import { unzipSync } from 'fflate';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import type { Files } from './finding.ts';
import { readBuild } from './read-folder.ts';
import { copyProject } from './test/package-copy.ts';
import { runNode } from './test/run-node.ts';
import { samplePackage, withManifest } from './test/sample-package.ts';

const ZCLI = resolve('node_modules/.bin/zcli');
const EMPTY = { tickets: [], solved: [], articles: [] };

async function certify() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key, cert };
}

async function fetchToken({ url, oauth }: ZendeskSandbox): Promise<string> {
  const grant = { grant_type: 'client_credentials', client_id: oauth.clientId, client_secret: oauth.clientSecret };
  const response = await fetch(`${url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...grant, scope: 'read write' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

describe("Zendesk's own command-line tool", () => {
  const home = mkdtempSync(join(tmpdir(), 'triage-zcli-'));
  const app = join(home, 'app');
  let zendesk: ZendeskSandbox;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    const tls = await certify();
    writeFileSync(join(home, 'ca.pem'), tls.cert);
    setDefaultCACertificates([tls.cert]);
    zendesk = await startZendesk({ seed: EMPTY, tls });
    env = {
      PATH: process.env.PATH,
      HOME: home,
      NODE_EXTRA_CA_CERTS: join(home, 'ca.pem'),
      ZENDESK_SUBDOMAIN: '127.0',
      ZENDESK_DOMAIN: `0.1:${new URL(zendesk.url).port}`,
      ZENDESK_OAUTH_TOKEN: await fetchToken(zendesk),
    };
  });
  afterAll(async () => {
    await zendesk.close();
    rmSync(home, { recursive: true });
  });
  beforeEach(() => rmSync(app, { recursive: true, force: true }));

  function packageFiles(files: Files) {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      writeFileSync(join(app, path), bytes);
    }
    return runNode([ZCLI, 'apps:package', app], home, env);
  }

  it('packages the real build, which the account accepts', async () => {
    const project = copyProject();
    try {
      await project.package('--backend', 'https://triage.example.com');
      const built = await readBuild(join(project.folder, 'dist'));
      expect(await packageFiles(built)).toEqual({ code: 0, output: expect.stringContaining('Package created at') });
      const [name = ''] = readdirSync(join(app, 'tmp'));
      const sent = Object.keys(unzipSync(readFileSync(join(app, 'tmp', name)))).filter((path) => !path.endsWith('/'));
      expect(sent.toSorted()).toEqual([...built.keys()].toSorted());
    } finally {
      project.remove();
    }
  });

  it("gives the account's reasons for refusing what it was sent", async () => {
    const { code, output } = await packageFiles(withManifest({ defaultLocale: 'fr', frameworkVersion: '1.0' }));
    expect(code).toBe(2);
    expect(output).toContain('Missing translation file for the default locale fr');
    expect(output).toContain('frameworkVersion must be "2.0"');
  });

  it('fails when the account does not answer well, so that success is its answer', async () => {
    zendesk.faults.add({ kind: '500', match: { method: 'POST', path: /apps\/validate/ }, times: 1 });
    expect((await packageFiles(samplePackage())).code).toBe(2);
    expect((await packageFiles(samplePackage())).code).toBe(0);
  });
});
