import { describe, expect, it } from 'vitest';
import { readResult, run, write } from './test/run-eval.ts';

const FRUITS = { apple: ['green', 'red', 'sour'], pear: ['soft', 'yellow', 'juicy'] };

/** Two labels that words tell apart; every row is another one. */
const rows = Object.entries(FRUITS).flatMap(([label, words]) =>
  words.flatMap((word, at) =>
    Array.from({ length: 12 }, (_, n) => ({
      id: `${label}-${at}-${n}`,
      text: `${word} ${label} number ${n * 7 + at} please ${'abcdefghijkl'[n]}${at} thing`,
      label,
    })),
  ),
);
const data = write('fruits.jsonl', rows);

const untimed = ({ latencyMs, ...result }: Record<string, unknown>) => result;

describe('classification, as shipped', () => {
  it('stands beside what needs no learning, and says what calibration and the dial would make of it', async () => {
    const tickets = write('cls.jsonl', [
      { id: '1', text: 'Please refund the second charge on my invoice.', category: 'billing' },
      { id: '2', text: 'The app crashes with an error when I open it.', category: 'technical' },
    ]);
    const result = readResult(await run('category', '--data', tickets, '--json'));
    expect(result).toMatchObject({
      unanswered: 0,
      cost: { calls: 0, usd: 0 },
      baselines: { majority: 0.5, rules: { accuracy: 1 }, tfidf: { accuracy: expect.any(Number) } },
      calibrated: { ece: null },
      dial: { 90: { runs: 200, picked: 0, abstained: 200 }, 95: { abstained: 200 } },
    });
  });

  it('takes several files with commas between them', async () => {
    const [one, two] = ['one', 'two'].map((name) =>
      write(`${name}.jsonl`, [{ id: name, text: 'refund', category: 'billing' }]),
    );
    expect(readResult(await run('category', '--data', `${one},${two}`, '--json'))).toMatchObject({ n: 2 });
  });
});

describe('classification, learned', () => {
  it('learns from a part of the rows and judges the rest, the same part for the same seed', async () => {
    const args = ['category', '--data', data, '--field', 'label', '--split', '60', '--json'];
    const [first, again, other] = await Promise.all([run(...args), run(...args), run(...args, '--seed', '2')]);
    const result = readResult(first);
    expect(result).toMatchObject({ engine: 'builtin', labels: ['apple', 'pear'], accuracy: 1 });
    expect(Number(result.trainedOn) + Number(result.n)).toBe(rows.length);
    expect(untimed(readResult(again))).toEqual(untimed(result));
    expect(untimed(readResult(other))).not.toEqual(untimed(result));
  });

  it('draws a curve over corrections, on top of label names where the labels are nobody else’s', async () => {
    const args = ['--data', data, '--train', data, '--field', 'label', '--learn', '30'];
    const result = readResult(await run('category', ...args, '--json'));
    expect(result).toMatchObject({ corrections: 30, onTopOf: 'label names', n: rows.length, accuracy: 1 });
    expect(result.curve).toMatchObject([{ n: 0 }, { n: 10 }, { n: 25 }, { n: 30, accuracy: 1 }]);
    expect(result.before).toBe((result.curve as { accuracy: number }[])[0]?.accuracy);
  });

  it('goes on from the shipped model where the labels are its own', async () => {
    const tickets = write('own.jsonl', [{ id: '1', text: 'Please refund the second charge.', category: 'billing' }]);
    const result = readResult(await run('category', '--data', tickets, '--train', tickets, '--learn', '0', '--json'));
    expect(result).toMatchObject({ onTopOf: 'the shipped model', accuracy: 1, curve: [{ n: 0, accuracy: 1 }] });
  });
});

describe('escalation', () => {
  const tickets = [
    { id: '1', text: 'I want to speak to a manager now.', label: 'human_request', strength: 'strong' },
    { id: '2', text: 'My lawyer will hear of this.', label: 'churn', strength: 'strong' },
    { id: '3', text: 'How do I change my avatar?', label: 'none', strength: 'strong' },
    { id: '4', text: 'Hm.', label: 'complaint', strength: 'weak' },
  ];
  const path = write('esc.jsonl', tickets);

  it('asks the product itself whether a ticket is flagged, and which layer did it', async () => {
    const result = readResult(await run('escalation', '--data', path, '--strong', '--json'));
    expect(result).toMatchObject({
      n: 3,
      skipped: 1,
      labels: ['escalate', 'none'],
      accuracy: 1,
      confusion: { escalate: { escalate: 2 }, none: { none: 1 } },
      recallByLabel: { human_request: { n: 1, flagged: 1 }, none: { n: 1, flagged: 0 } },
      layers: { signal: { fired: 2, precision: 1 } },
      baselines: { phrases: 1, majority: 2 / 3 },
    });
  });

  it('learns the set’s own labels when it is trained', async () => {
    const result = readResult(await run('escalation', '--data', path, '--train', path, '--json'));
    expect(result).toMatchObject({ n: 4, labels: ['churn', 'complaint', 'human_request', 'none'] });
  });
});
