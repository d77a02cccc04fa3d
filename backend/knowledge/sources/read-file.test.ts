import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCsv, fileOf, readAll, tell, words } from '../../test/file-rows.ts';
import { readFile, readPosition } from './read-file.ts';
import type { Found } from './source.ts';

describe('a JSONL file', () => {
  it('gives back whatever was written, wherever the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, words)), fc.integer({ min: 1, max: 64 }), async (rows, piece) => {
        const lines = rows.map(([text, reply], id) => JSON.stringify({ ID: id, Text: text, reply }));
        const { found } = await readAll('jsonl', `\ufeff${lines.join('\r\n\r\n')}`, piece);
        expect(found.map(tell)).toEqual(rows.map(([question, answer], id) => `${id} ${question} ${answer}`));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out lines that are none, and goes on', async () => {
    const long = JSON.stringify({ id: 9, question: 'x'.repeat(10 * 1024 * 1024) });
    const lines = ['[1]', '{"id":', long, 'null', '{"id":"a b"}', '{"id":1,"question":"q","answer":"a"}'];
    const bytes = new TextEncoder().encode(lines.join('\n'));
    expect((await readAll('jsonl', bytes, 65_536)).found.map(tell)).toEqual([
      expect.stringMatching(/^invalid_row line 1: no JSON object/),
      expect.stringMatching(/^invalid_row line 2: no JSON object/),
      expect.stringMatching(/^invalid_row line 3: longer than 1 MB/),
      expect.stringMatching(/^invalid_row line 4: no JSON object/),
      expect.stringMatching(/^invalid_row line 5: no id/),
      '1 q a',
    ]);
  });
});

describe('what a row says', () => {
  const read = async (row: object) => (await readAll('jsonl', JSON.stringify(row))).found[0] as Found;

  it('takes the first that says something where two names are one column', async () => {
    const found = await read({ id: 7, question: 'Why?', answer: 'So.', priority: 'high', urgency: null, text: '' });
    expect(found).toMatchObject({
      solved: { urgency: 'P2', ticket: { comments: [{ text: 'Why?' }, { text: 'So.' }] } },
    });
  });

  it('becomes the conversation that it was, with its labels', async () => {
    const found = await read({
      ...{
        id: 7,
        subject: 'Charged twice',
        question: 'Why?',
        answer: 'Refunded.',
        resolution: 'Found it',
        gold: 'yes',
      },
      ...{
        category: 'Billing',
        urgency: 'high',
        sentiment: 'Angry',
        language: 'de-AT',
        satisfaction: 5,
        reopened: 'no',
      },
      ...{
        resolved_at: '2026-03-01 12:00',
        resolution_hours: '24',
        requester_name: 'Ada',
        requester_email: 'a@b.example',
      },
      url: 'https://help.example/t/7?user=ada#x',
    });
    expect(found).toMatchObject({
      known: { url: 'https://help.example/t/7', language: 'de', resolvedAt: '2026-03-01T12:00:00.000Z' },
      solved: {
        ...{ category: 'billing', urgency: 'P2', sentiment: 'angry', satisfaction: 'good', reopens: 0 },
        ...{ resolution: 'Found it', resolutionHours: 24, solvedAt: '2026-03-01T12:00:00.000Z' },
        ticket: {
          ...{ subject: 'Charged twice', tags: ['gold_standard'], createdAt: '2026-02-28T12:00:00.000Z' },
          people: [{ id: '', name: 'Ada', email: 'a@b.example' }],
          comments: [
            { text: 'Why?', fromCustomer: true, public: true },
            { text: 'Refunded.', fromCustomer: false, public: true },
          ],
        },
      },
      notes: [],
    });
  });

  it('is kept without a label that nobody knows, which is noted', async () => {
    const found = await read({
      id: 7,
      question: 'q',
      answer: 'a',
      urgency: 'asap',
      sentiment: 'meh',
      csat: '9',
      url: 'javascript:x',
    });
    expect(found).toMatchObject({
      notes: ['unknown_urgency', 'unknown_sentiment', 'unknown_satisfaction'],
      known: { url: null, resolvedAt: null },
      solved: { urgency: null, sentiment: null, satisfaction: null },
    });
  });

  it('may be an article, in text or in HTML', async () => {
    const article = { kind: 'article', id: 3, title: 'Refunds', locale: 'en-US', updated_at: '2026-01-02' };
    expect(await read({ ...article, body: 'If a < b\nthen & so' })).toMatchObject({
      article: {
        id: 'file-3',
        locale: 'en-us',
        html: 'If a &lt; b<br>then &amp; so',
        updatedAt: '2026-01-02T00:00:00.000Z',
      },
    });
    expect(await read({ ...article, body: '<p>Yes</p>' })).toMatchObject({ article: { html: '<p>Yes</p>' } });
    expect(await read({ ...article, locale: '' })).toMatchObject({ leftOut: 'invalid_row' });
  });

  it('is noticed when its id came before', async () => {
    const row = JSON.stringify({ id: 7, question: 'q', answer: 'a' });
    const { found } = await readAll('jsonl', `${row}\n${row}`);
    expect(found.map(({ notes }) => notes)).toEqual([[], ['repeated_id']]);
  });
});

describe('a stop', () => {
  it.each(['csv', 'jsonl'] as const)('in a %s file is gone on from with the next row', async (format) => {
    const many = Array.from({ length: 900 }, (_, id) => ({ id, question: `q"\n${id}`, answer: 'a' }));
    const text =
      format === 'csv'
        ? asCsv([['id', 'question', 'answer'], ...many.map((row) => Object.values(row).map(String))], '\r\n', ',')
        : many.map((row) => JSON.stringify(row)).join('\n');
    const bytes = new TextEncoder().encode(text);
    const whole = await readAll(format, bytes, 1_000);
    expect(whole.batches.map(({ found }) => found.length)).toEqual([400, 400, 100]);
    const again: Found[] = [];
    for await (const batch of readFile(fileOf(bytes), readPosition(whole.batches[0]!.position))) {
      if ('found' in batch) again.push(...batch.found);
    }
    expect(again).toEqual(whole.found.slice(400));
  });
});
