import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadExamples } from './load-examples.ts';

const line = { subject: 'a', text: 'b', category: 'billing', secondary: null, urgency: 'P3', sentiment: 'neutral' };

function write(...lines: string[]): URL {
  const file = join(mkdtempSync(join(tmpdir(), 'examples-')), 'xx.jsonl');
  writeFileSync(file, lines.join('\n'));
  return pathToFileURL(file);
}

describe('the examples that ship', () => {
  it('cover every category, urgency and sentiment', () => {
    const tickets = loadExamples();
    expect(tickets.length).toBeGreaterThan(1000);
    for (const [head, labels] of [
      ['category', 5],
      ['urgency', 4],
      ['sentiment', 4],
    ] as const) {
      expect(new Set(tickets.map((ticket) => ticket[head])).size).toBe(labels);
    }
  });

  it.each([
    ['not JSON', '{"subject"'],
    ['an unknown urgency', JSON.stringify({ ...line, urgency: 'P5' })],
    ['a missing text', JSON.stringify({ ...line, text: undefined })],
  ])('names file and line of %s', (_, faulty) => {
    const file = write(JSON.stringify(line), '', faulty);
    expect(() => loadExamples([file])).toThrow(/xx\.jsonl:3: /);
  });
});
