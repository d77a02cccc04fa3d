import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measurePii } from './pii.ts';

const options = (data: string) => ({
  data,
  engine: 'builtin',
  embedder: 'lexical',
  mode: 'dense',
  strong: false,
  limit: Number.POSITIVE_INFINITY,
  seed: 1,
  json: true,
});

function write(rows: unknown[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'pii-')), 'rows.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}

/** A row in which `marked` are entities, counted in code points. */
function row(id: string, text: string, marked: Record<string, string>, rest: Record<string, unknown> = {}) {
  const entities = Object.entries(marked).map(([value, type]) => {
    const start = [...text.slice(0, text.indexOf(value))].length;
    return { type, start, end: start + [...value].length, value };
  });
  return { id, text, entities, ...rest };
}

describe('measurePii', () => {
  it('counts by type what was found and by prediction what was right', async () => {
    const rows = [
      row('1', '👍 write to ann@site.example', { 'ann@site.example': 'EMAIL_ADDRESS' }),
      row('2', 'Ann was here on Friday', { Ann: 'PERSON', Friday: 'DATE_TIME' }),
      row('3', 'mail bo@site.example and cy@site.example', { 'bo@site.example': 'EMAIL_ADDRESS' }),
    ];
    expect(await measurePii(options(write(rows)))).toMatchObject({
      n: 3,
      overall: { precision: 2 / 3, recall: 1, f2: (5 * (2 / 3)) / (4 * (2 / 3) + 1) },
      types: { EMAIL_ADDRESS: { n: 2, recall: 1 }, PERSON: { n: 1, recall: 0, precision: null } },
      outOfScope: ['DATE_TIME', 'PERSON'],
    });
  });

  it('scores a row that marks one type for that type only, in its own country', async () => {
    const rows = [
      row('1', '130692544', { '130692544': 'CA_SIN' }, { tested_type: 'CA_SIN', locale: 'ca' }),
      row('2', 'ask ann@site.example', {}, { tested_type: 'CA_SIN', locale: 'ca' }),
    ];
    const { structured } = await measurePii(options(write(rows)));
    expect(structured).toMatchObject({ n: 1, precision: 1, recall: 1 });
  });

  it('counts false alarms in texts that nobody marked', async () => {
    const rows = [
      { id: '1', text: 'my order 4711 is late' },
      { id: '2', text: 'card 4111 1111 1111 1111' },
    ];
    expect(await measurePii(options(write(rows)))).toEqual({ n: 2, maskedStructured: 0.5, masked: { CARD: 0.5 } });
  });
});

const DATA = new URL('../../shared/data/', import.meta.url).pathname;

describe.skipIf(!existsSync(DATA))('on real data (skipped where ../shared/data is absent)', () => {
  it.each([
    ['pii_presidio_research', 0.99, 0.99],
    ['pii_presidio_tests', 0.99, 0.95],
    ['pii_enron_signatures', 0.98, 0.99],
  ])('%s', async (name, recall, precision) => {
    const measured = await measurePii(options(join(DATA, `${name}.jsonl`)));
    const { structured, overall } = measured as Record<string, { recall: number; precision: number; f2: number }>;
    expect(structured?.recall).toBeGreaterThanOrEqual(recall);
    expect(structured?.precision).toBeGreaterThanOrEqual(precision);
    expect(overall?.f2).toBeGreaterThan(0.9);
  });
});
