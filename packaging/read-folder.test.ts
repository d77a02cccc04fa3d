import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBuild, readFolder } from './read-folder.ts';

describe('reading a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'triage-folder-'));
    mkdirSync(join(folder, 'assets/deep'), { recursive: true });
    writeFileSync(join(folder, 'manifest.json'), '{}');
    writeFileSync(join(folder, 'assets/deep/.hidden'), 'x');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds every file, hidden ones too, by its path from there', async () => {
    const files = await readFolder(folder);
    expect([...files.keys()].toSorted()).toEqual(['assets/deep/.hidden', 'manifest.json']);
    expect(new TextDecoder().decode(files.get('manifest.json'))).toBe('{}');
  });

  it('leaves the page that the backend serves out of what is packaged', async () => {
    mkdirSync(join(folder, 'admin'));
    writeFileSync(join(folder, 'admin/index.html'), '<p>');
    expect((await readFolder(folder)).has('admin/index.html')).toBe(true);
    expect([...(await readBuild(folder)).keys()].toSorted()).toEqual(['assets/deep/.hidden', 'manifest.json']);
  });

  it.each([
    ['a file', 'manifest.json'],
    ['a folder', 'assets'],
  ])('refuses a symlink to %s', async (_, target) => {
    symlinkSync(join(folder, target), join(folder, 'linked'));
    await expect(readFolder(folder)).rejects.toThrow(/linked is not a plain file/);
  });
});
