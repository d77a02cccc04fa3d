import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { METHODS, RIVALS } from './cleaning-rivals.ts';
import { type CleaningRow, readCleaningRows } from './cleaning-rows.ts';
import { scoreCleaning } from './cleaning-scores.ts';

const DATA = fileURLToPath(new URL('../../shared/data/', import.meta.url));
/** Expects unmarked text under a phone's line to go; we keep it, for a postscript looks the same (docs/measure/cleaning.md). */
const GIVEN_UP = 'crisp-email_15';
const SETS = ['trimmer', 'crisp', 'talon', 'quotequail', 'mailspring', 'quagga'];

async function measure(name: string, rows: CleaningRow[]) {
  const clean = METHODS[name]!;
  return scoreCleaning(await Promise.all(rows.map(async (row) => ({ row, ...(await clean(row)) }))));
}

describe.skipIf(!existsSync(DATA))('clean-up of public mail (skipped where ../shared/data is absent)', () => {
  it.each(SETS)('%s: at least as good as everything one could use instead', async (set) => {
    const rows = readCleaningRows(`${DATA}clean_${set}.jsonl`, Number.POSITIVE_INFINITY).filter(
      ({ id }) => id !== GIVEN_UP,
    );
    const ours = await measure('ours', rows);
    for (const rival of Object.keys(RIVALS)) {
      const theirs = await measure(rival, rows);
      expect(ours.exact, `exact, ${rival}`).toBeGreaterThanOrEqual(theirs.exact);
      expect(ours.tokenF1, `tokenF1, ${rival}`).toBeGreaterThanOrEqual(theirs.tokenF1);
      if (ours.dropLeaked !== undefined)
        expect(ours.dropLeaked, `dropLeaked, ${rival}`).toBeLessThanOrEqual(theirs.dropLeaked ?? 1);
    }
  });

  it('loses fewer own lines than any other that removes anything, legal notices and list footers apart', async () => {
    const rows = readCleaningRows(`${DATA}clean_quagga.jsonl`, Number.POSITIVE_INFINITY);
    const ours = await measure('ours', rows);
    const lost = (ours.coreLost ?? 1) - (ours.coreAsFooter ?? 0);
    for (const rival of ['naive', 'email-reply-parser', 'planer'])
      expect(lost, rival).toBeLessThanOrEqual((await measure(rival, rows)).coreLost ?? 0);
  });
});
