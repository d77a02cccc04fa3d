import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findRefused } from './licence-rules.ts';
import { importsUnder, type LockEntry, listShipped, readLock } from './shipped-packages.ts';

const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = readLock();
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');

/** The leaves of package.json's overrides; `$react` is the version that stands above. */
const leavesOf = (tree: object): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? value : leavesOf(value)));

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version);
const isLocked = ({ version = '', integrity = '' }: LockEntry) =>
  isExact(version) && /^sha512-[\w+/]{86}==$/.test(integrity);
/** No address at all, so that any mirror serves, or a registry's: `<name>/-/<name>-<version>.tgz`. */
const isOfRegistry = ({ resolved }: LockEntry) =>
  resolved === undefined || /^https:\/\/[\w.-]+\/(@[\w.-]+\/)?[\w.-]+\/-\/[\w.-]+\.tgz$/.test(resolved);

describe('the supply chain', () => {
  it('names every version exactly', () => {
    const versions = [...Object.values<string>({ ...dependencies, ...devDependencies }), ...leavesOf(overrides)];
    expect(versions.filter((version) => !isExact(version) && !version.startsWith('$'))).toEqual([]);
    expect(lock.packages['']).toMatchObject({ dependencies, devDependencies });
  });

  it('takes every package from a registry, with its hash', () => {
    expect(entries.length).toBeGreaterThan(500);
    expect(entries.filter(([, entry]) => !isLocked(entry) || 'link' in entry)).toEqual([]);
    expect(entries.filter(([, entry]) => !isOfRegistry(entry))).toEqual([]);
  });

  it.each([
    ['a registry', 'https://registry.example/@a/b/-/b-1.0.0.tgz', true],
    ['a repository', 'git+ssh://git@host.example/a/b.git#4f1c', false],
    ['an archive elsewhere', 'https://host.example/a/b/tar.gz/main', false],
    ['a registry without TLS', 'http://registry.example/b/-/b-1.0.0.tgz', false],
    ['a folder', 'file:../b', false],
  ])('knows %s', (_, resolved, holds) => {
    expect(isOfRegistry({ resolved })).toBe(holds);
  });

  it('is listed by npm, each package with its hash and licence', () => {
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
    const { bomFormat, components } = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 2 ** 25 }));
    expect(bomFormat).toBe('CycloneDX');
    for (const name of ['hono', 'react', 'vitest'])
      expect(components).toContainEqual(
        expect.objectContaining({ name, hashes: [expect.anything()], licenses: [expect.anything()] }),
      );
  });

  it('runs the backend on packages that are there in production', () => {
    const used = importsUnder('backend/');
    expect(used).toContain('hono');
    expect(used.filter((name) => !(name in dependencies))).toEqual([]);
  });
});

describe('the licences of what ships', () => {
  const shipped = listShipped(lock);

  it('cover backend and bundle', () => {
    const paths = shipped.map(({ path }) => path);
    const expected = ['hono', 'pg', 'react', 'scheduler', '@zendeskgarden/react-theming', 'zendesk_app_framework_sdk'];
    expect(paths).toEqual(expect.arrayContaining(expected.map((name) => `node_modules/${name}`)));
    expect(paths).not.toContain('node_modules/vitest');
  });

  it('are all allowed', () => {
    expect(findRefused(shipped)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT AND (GPL-3.0-only OR MIT)', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['', false],
    [null, false],
    ['Apache-2.0 AND BSD-3-Clause', true],
  ])('%s is allowed: %s', (licence, holds) => {
    expect(findRefused([{ path: 'a', licence }])).toHaveLength(holds ? 0 : 1);
  });
});
