import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSignals } from './find-signals.ts';

type Line = { text: string; signals: string[] };

/** Written by people who had not seen the phrase books: docs/measure/escalation.md. */
const readLines = (language: string): Line[] =>
  readFileSync(new URL(`lines/${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));

describe.each(['en', 'es', 'fr', 'de', 'pt', 'ja'])('labelled lines in %s', (language) => {
  const lines = readLines(language);
  const wanted = lines.filter(({ signals }) => signals.length > 0);
  const flagged = lines.filter(({ text }) => findSignals(text).length > 0);
  const right = flagged.filter(({ signals }) => signals.length > 0);

  it('are 300 or more, half of them without a signal or nearly', () => {
    expect(lines.length).toBeGreaterThanOrEqual(300);
    expect(wanted.length / lines.length).toBeLessThan(0.6);
  });

  it('are flagged where they must be, 95 in 100 or more', () => {
    expect(right.length / wanted.length).toBeGreaterThanOrEqual(0.95);
  });

  it('are flagged wrongly 20 in 100 or less', () => {
    expect(right.length / flagged.length).toBeGreaterThanOrEqual(0.8);
  });
});
