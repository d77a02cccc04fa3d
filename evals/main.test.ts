import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, run, write } from './test/run-eval.ts';

const tickets = [
  {
    id: '1',
    text: 'Please refund the second charge on my invoice.',
    label: 'refund',
    category: 'billing',
    category_strength: 'strong',
  },
  {
    id: '2',
    text: 'The app crashes with an error when I open it.',
    label: 'crash',
    category: 'technical',
    category_strength: 'weak',
  },
  { id: '3', text: 'I forgot my password and cannot log in to my account.', label: 'login' },
];

describe('category', () => {
  const data = write('cls.jsonl', tickets);

  it('prints one JSON object with every figure', async () => {
    const { code, stdout } = await run('category', '--data', data, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      n: 2,
      skipped: 1,
      engine: 'builtin',
      accuracy: 1,
      macroF1: 1,
      labels: ['billing', 'technical', 'account', 'feature_request', 'general'],
      confusion: { billing: { billing: 1 }, technical: { technical: 1 } },
      ece: expect.any(Number),
      coverageAt: { 90: 1, 95: 1, 98: 1 },
      latencyMs: { p50: expect.any(Number), p95: expect.any(Number) },
    });
  });

  it('maps labels, and takes strong rows only when asked', async () => {
    const map = write('map.json', { SET: { refund: ['billing', 's'], crash: ['technical', 'w'] }, login: 'account' });
    const all = await run('category', '--data', data, '--field', 'label', '--map', map, '--json');
    expect(JSON.parse(all.stdout)).toMatchObject({ n: 3, accuracy: 1 });
    const strong = await run('category', '--data', data, '--strong', '--json');
    expect(JSON.parse(strong.stdout)).toMatchObject({ n: 1 });
    expect(JSON.parse((await run('category', '--data', data, '--limit', '1', '--json')).stdout)).toMatchObject({
      n: 1,
    });
  });

  it('learns the taxonomy of a training file', async () => {
    const train = ['apple', 'pear'].flatMap((label) =>
      ['one', 'two', 'three'].map((word) => ({ id: `${label}-${word}`, text: `I want ${word} ${label} today`, label })),
    );
    const path = write('train.jsonl', train);
    const { stdout, stderr } = await run('category', '--data', path, '--train', path, '--field', 'label', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ n: 6, labels: ['apple', 'pear'], accuracy: 1 });
    expect(stderr).toContain('learning from 6 rows');
  });
});

describe('sentiment and urgency', () => {
  it('folds anger and frustration into negative when the rows say so', async () => {
    const data = write('sent.jsonl', [
      { id: '1', text: 'You are liars and thieves, this is the worst company ever!!!', label: 'negative' },
      { id: '2', text: 'Thank you so much, I love it, great job!', label: 'positive' },
    ]);
    const { stdout } = await run('sentiment', '--data', data, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ n: 2, accuracy: 1, labels: ['negative', 'neutral', 'positive'] });
  });

  it('reads urgency from `priority` and shows a table', async () => {
    const data = write('urg.jsonl', [
      { id: '1', text: 'Total outage, all users are offline, data loss', priority: 'P1' },
    ]);
    const { code, stdout } = await run('urgency', '--data', data);
    expect(code).toBe(0);
    expect(stdout).toMatch(/accuracy\s+1/);
    expect(stdout).toMatch(/expected\s+P1/);
    expect(stdout).toMatch(/cost\s+calls: 0/);
    const picture = join(folder, 'eval-out', 'urgency-urg-confusion.svg');
    expect(stdout).toContain(join('eval-out', 'urgency-urg-confusion.svg'));
    expect(existsSync(picture) && readFileSync(picture, 'utf8')).toMatch(/^<svg .*<title>urgency, urg<\/title><desc>/);
  });
});

describe('retrieval', () => {
  const passages = [
    { id: 'a', subject: 'Reset a password', text: 'How to reset a password by mail' },
    { id: 'b', text: 'Where to find the invoice of a month' },
    { id: 'q', text: 'password reset mail does not arrive' },
  ];

  it('ranks the corpus for each query, without the query itself', async () => {
    const corpus = write('corpus.jsonl', passages);
    const queries = write('queries.jsonl', [{ ...passages[2], id: 'q1', self: 'q', relevant: ['a'] }]);
    const { stdout } = await run('retrieval', '--corpus', corpus, '--queries', queries, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      n: 1,
      'hit@1': 1,
      'hit@5': 1,
      'hit@10': 1,
      mrr: 1,
      embedder: 'lexical-1',
    });
  });

  it('takes rows of the same label as relevant', async () => {
    const data = write(
      'intents.jsonl',
      passages.map((row) => ({ ...row, label: row.id === 'b' ? 'invoice' : 'password' })),
    );
    const ids = write('ids.json', { query_ids: ['q'] });
    const { stdout } = await run('retrieval', '--data', data, '--query-ids', ids, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ n: 1, corpus: 2, 'hit@1': 1 });
  });
});

describe('a wrong call ends with code 2 and a line that says why', () => {
  const faulty = write('faulty.jsonl', [{ id: '1', text: 'fine' }, { id: 2 }]);

  it.each([
    [[], 'say what to measure'],
    [['weather'], 'weather is unknown'],
    [['injection'], 'injection needs --data FILE'],
    [['escalation'], 'escalation needs --data'],
    [['report'], 'report needs --out'],
    [['pii'], 'pii needs --data'],
    [['category'], 'needs --data'],
    [['category', '--data', join(folder, 'missing.jsonl')], 'missing.jsonl'],
    [['category', '--data', faulty], 'faulty.jsonl:2: id'],
    [['category', '--colour'], '--colour'],
    [['category', '--limit', 'many'], '--limit must be a whole number'],
    [['category', '--data', faulty, '--engine', 'openai'], 'faulty.jsonl:2: id'],
    [['category', '--data', faulty, '--engine', 'oracle'], '--engine oracle'],
    [['category', '--data', faulty, '--learn', '5'], '--learn needs --train'],
    [['category', '--data', faulty, '--train', faulty, '--split', '50'], '--train and --split'],
    [['category', '--data', faulty, '--split', '100'], '--split is a per cent'],
    [
      ['category', '--data', write('one.jsonl', [{ id: '1', text: 'x', category: 'billing' }]), '--engine', 'openai'],
      'OPENAI_API_KEY',
    ],
    [['retrieval'], 'retrieval needs --corpus'],
    [['retrieval', '--mode', 'sparse'], '--mode sparse: there are dense, lexical, fused'],
  ])('%j', async (args, reason) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(stdout).toBe('');
  });
});
