import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureLanguage } from './language.ts';
import { parseOptions } from './options.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'language-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function measure(rows: unknown[], ...more: string[]) {
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return measureLanguage(parseOptions(['language', '--data', file, ...more]).options);
}

const ROWS = [
  { id: '1', text: 'Rechnung falsch', language: 'de' },
  { id: '2', text: 'My parcel has not arrived yet.', language: 'en' },
  { id: '3', text: 'My parcel has not arrived yet.', language: 'fr' },
  { id: '4', text: 'Jeg kan ikke logge inn på kontoen min.', language: 'nb' },
];

describe('measureLanguage', () => {
  it('counts by language and by length, and the ten languages of support apart', async () => {
    expect(await measure(ROWS)).toMatchObject({
      n: 4,
      accuracy: 0.75,
      byLanguage: { de: { n: 1, accuracy: 1 }, fr: { n: 1, accuracy: 0 }, no: { n: 1, accuracy: 1 } },
      byLength: { '<20': { n: 1, accuracy: 1 }, '20+': { n: 3, accuracy: 2 / 3 } },
      tenLanguages: { n: 3, accuracy: 2 / 3, byLength: { '20+': { n: 2, accuracy: 0.5 } } },
    });
  });

  it('says which row is no row, and which engines there are', async () => {
    await expect(measure([ROWS[0], { text: 'x' }])).rejects.toThrow(/rows\.jsonl:2/);
    await expect(measure(ROWS, '--engine', 'oracle')).rejects.toThrow(/builtin, eld\/small/);
    await expect(measure([])).rejects.toThrow(/no rows/);
  });
});
