import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureCleaning } from './cleaning.ts';
import type { Options } from './options.ts';

const path = join(mkdtempSync(join(tmpdir(), 'cleaning-')), 'rows.jsonl');
const options: Options = {
  data: path,
  engine: '',
  embedder: '',
  mode: '',
  strong: false,
  json: true,
  limit: 100,
  seed: 1,
};

function measure(...rows: object[]) {
  writeFileSync(path, rows.map((row, id) => JSON.stringify({ id: `${id}`, ...row })).join('\n'));
  return measureCleaning(options);
}

const QUOTE = 'On 7 May 2024, Lumen <h@lumen.example> wrote:\n> We sent a new bulb.';

describe('the measure of cleaning', () => {
  it('reads text, HTML and raw mail, and leaves forwards out', async () => {
    const eml = `MIME-Version: 1.0\nContent-Type: text/plain\n\nDark.\n\n${QUOTE}\n`;
    const result = await measure(
      { raw: `Still  dark.\n\n${QUOTE}`, expected: 'Still dark.', kind: 'text:reply' },
      { raw: '<p>Dark</p><blockquote type="cite">old</blockquote>', expected: 'Dark', kind: 'html:reply' },
      { raw: eml, expected: 'Dark.', kind: 'eml:reply' },
      { raw: 'x', expected: 'y', kind: 'text:forward' },
    );
    expect(result).toMatchObject({ n: 3, exact: 1, tokenF1: 1, byKind: { 'html:reply': { n: 1, exact: 1 } } });
    expect(result).not.toHaveProperty('dropLeaked');
  });

  it('counts words as a multiset', async () => {
    const { exact, tokenF1 } = await measure({ raw: 'a a b', expected: 'a b c', kind: 'text:reply' });
    expect([exact, tokenF1]).toEqual([0, 4 / 6]);
  });

  it('counts leaked and lost lines, and tells footers among the lost ones', async () => {
    const footer = 'To unsubscribe from this list, write to leave@list.example';
    const result = await measure({
      raw: `Dark.\n\nPlease help.\n\n${footer}\n\n${QUOTE}`,
      expected: '',
      core: `Dark.\nPlease help.\nnot there\n${footer}`,
      drop: `Please help.\n> We sent a new bulb.\nshort`,
      kind: 'text:reply',
    });
    expect(result).toMatchObject({ dropLeaked: 1 / 2, coreLost: 2 / 4, coreAsFooter: 1 / 4 });
  });
});
