import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { measureLines } from './signals.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signals-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function measure(rows: unknown[], ...more: string[]) {
  const file = join(folder, 'lines.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return measureLines(parseOptions(['signals', '--data', file, ...more]).options);
}

const LINES = [
  { text: 'I will cancel my account.', signals: ['cancel_threat'], set: 'dev' },
  { text: 'My lawyer will call you.', signals: ['legal', 'manager'], set: 'held' },
  { text: 'The weather is fine.', signals: ['waiting'], set: 'held' },
  { text: 'This is unacceptable.', signals: [], set: 'held' },
];

describe('measureLines', () => {
  it('counts whole lines and each signal', async () => {
    expect(await measure(LINES)).toMatchObject({
      n: 4,
      wanted: 3,
      recall: 2 / 3,
      precision: 2 / 3,
      bySignal: {
        cancel_threat: { wanted: 1, recall: 1, precision: 1 },
        manager: { wanted: 1, recall: 0, precision: null },
        unacceptable: { wanted: 0, recall: null, precision: 0 },
      },
    });
  });

  it('takes one set only, and says when there is none', async () => {
    expect(await measure(LINES, '--set', 'dev')).toMatchObject({ set: 'dev', n: 1, recall: 1, precision: 1 });
    await expect(measure(LINES, '--set', 'train')).rejects.toThrow(/dev or held/);
    await expect(measure(LINES.slice(0, 1), '--set', 'held')).rejects.toThrow(/no line of set held/);
  });
});
