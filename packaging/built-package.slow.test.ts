import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from './test/package-copy.ts';
import type { Outcome } from './test/run-node.ts';

const BACKEND = 'https://triage.example.com';
const EXPECTED = [
  /^assets\/[\w-]+-[\w-]{8}\.(js|css)$/,
  /^assets\/index\.html$/,
  /^assets\/logo\.png$/,
  /^assets\/logo-small\.png$/,
  /^assets\/icon_[a-z_]+\.svg$/,
  /^manifest\.json$/,
  /^requirements\.json$/,
  /^translations\/(de|en|es|fr|ja|pt-br)\.json$/,
];

describe('the package of the real app', () => {
  const project = copyProject();
  const path = join(project.folder, 'dist-package/ticket-triage-0.1.0.zip');
  let outcome: Outcome;
  let zip: Buffer;
  let files: Record<string, Uint8Array>;
  const adminPage = join(project.folder, 'dist/admin/index.html');
  beforeAll(async () => {
    mkdirSync(dirname(adminPage), { recursive: true });
    writeFileSync(adminPage, '<p>');
    writeFileSync(join(project.folder, 'dist/left-over.js'), '0');
    outcome = await project.package('--backend', BACKEND);
    zip = readFileSync(path);
    files = unzipSync(zip);
  });
  afterAll(() => project.remove());

  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array());

  it('is written without error', () => {
    expect(outcome).toMatchObject({ code: 0, output: expect.stringContaining('ticket-triage-0.1.0.zip') });
    expect(outcome.output).not.toContain('trying out');
  });

  it('holds what Zendesk wants and nothing else', () => {
    const names = Object.keys(files);
    expect(names.filter((name) => !EXPECTED.some((pattern) => pattern.test(name)))).toEqual([]);
    const fixed = [
      'assets/index.html',
      'assets/logo.png',
      'assets/logo-small.png',
      'assets/icon_nav_bar.svg',
      'manifest.json',
      'requirements.json',
    ];
    const locales = ['de', 'en', 'es', 'fr', 'ja', 'pt-br'].map((locale) => `translations/${locale}.json`);
    expect(names).toEqual(expect.arrayContaining([...fixed, ...locales]));
  });

  it("leaves the admin's page where the backend serves it", () => {
    expect(readFileSync(adminPage, 'utf8')).toBe('<p>');
  });

  it('tells every locale the same', () => {
    const keysOf = (name: string) => Object.keys(JSON.parse(textOf(name)).app);
    const locales = Object.keys(files).filter((name) => name.startsWith('translations/'));
    for (const name of locales) expect([name, keysOf(name)]).toEqual([name, keysOf('translations/en.json')]);
  });

  it('has every script that its page names', () => {
    const named = [...textOf('assets/index.html').matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(`assets/${name}` in files))).toEqual([]);
  });

  it('talks with the given backend and no other', () => {
    const manifest = JSON.parse(textOf('manifest.json'));
    expect(manifest.domainWhitelist).toEqual(['triage.example.com']);
    const address = manifest.parameters.find((parameter: { name: string }) => parameter.name === 'backend_url');
    expect(address.default).toBe(BACKEND);
    expect(manifest.location.support).toEqual({
      ticket_sidebar: { url: 'assets/index.html', flexible: true },
      new_ticket_sidebar: { url: 'assets/index.html', flexible: true },
      nav_bar: { url: `${BACKEND}/admin`, signed: true },
    });
  });

  it('is for one account and asks its admin for nothing', () => {
    const { private: unlisted, parameters } = JSON.parse(textOf('manifest.json'));
    expect(unlisted).toBe(true);
    expect(parameters.filter((one: Record<string, unknown>) => one.required && one.default === undefined)).toEqual([]);
  });

  it('is the same when made again', async () => {
    rmSync(path);
    await project.package('--backend', `${BACKEND}/`);
    expect(readFileSync(path).equals(zip)).toBe(true);
  });

  it('is listed in the Marketplace when it is made for it, of one public backend', async () => {
    const { code, output } = await project.package('--marketplace', '--backend', BACKEND);
    expect({ code, errors: output.match(/error .*/g) }).toEqual({ code: 0, errors: null });
    const listed = JSON.parse(strFromU8(unzipSync(readFileSync(path))['manifest.json'] ?? new Uint8Array()));
    expect(listed).toEqual({ ...JSON.parse(textOf('manifest.json')), private: false });
    const local = await project.package('--marketplace');
    expect(local).toMatchObject({ code: 1, output: expect.stringContaining('needs --backend') });
  });

  it('is not written for a backend without TLS', async () => {
    rmSync(path);
    const { code, output } = await project.package('--backend', 'http://triage.example.com');
    expect(code).toBe(1);
    expect(output).toContain('must begin with https://');
    expect(existsSync(path)).toBe(false);
  });

  it('is not written when a rule is broken, and without --backend it says what it is for', async () => {
    rmSync(join(project.folder, 'assets/logo.png'));
    const { code, output } = await project.package();
    expect(code).toBe(1);
    expect(output).toContain('this package is for trying out at http://localhost:8787');
    expect(output).toContain('error    assets/logo.png: is missing');
    expect(existsSync(path)).toBe(false);
  });
});
