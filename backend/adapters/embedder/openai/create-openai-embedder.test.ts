import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from '../../../../sandbox/openai/start.ts';
import type { MaskedText } from '../../../ports/engine.ts';
import { createOpenAiEmbedder } from './create-openai-embedder.ts';
import { cutText, toRequests } from './cut-texts.ts';

const masked = (...texts: string[]): MaskedText[] => texts as MaskedText[];
const model = { model: 'text-embedding-3-small', dimensions: 64 };
const lengthOf = (vector: number[] = []): number => Math.hypot(...vector);

describe('embeddings of an OpenAI-compatible endpoint', () => {
  let api: OpenAi;
  const embedder = () => createOpenAiEmbedder({ ...model, apiKey: 'sk-sandbox', baseURL: api.url, fetch });
  beforeEach(async () => {
    api = await startOpenAi();
  });
  afterEach(() => api.close());

  it('gives unit vectors in the order of the texts, in as few requests as hold them', async () => {
    const texts = masked(
      ...Array.from({ length: 300 }, (_, index) => `ticket number ${index}`),
      '',
      'x'.repeat(90_000),
    );
    const vectors = await embedder().embed(texts);
    expect(vectors.map((vector) => [vector.length, lengthOf(vector).toFixed(3)])).toEqual(
      texts.map(() => [64, '1.000']),
    );
    expect(api.calls.map(({ input }) => (input as string[]).length)).toEqual([128, 128, 46]);
    const [alone] = await embedder().embed(masked('ticket number 200'));
    expect(vectors[200]).toEqual(alone);
  });

  it('waits as long as it is told to, and gives up what would take longer than it may', async () => {
    api.faults.add({ kind: '429', retryAfterSeconds: 0.01, times: 3 });
    expect(await embedder().embed(masked('x'))).toHaveLength(1);
    expect(api.calls.map(({ status }) => status)).toEqual([429, 429, 429, 200]);
    api.faults.add({ kind: '429', retryAfterSeconds: 120 });
    const error = { code: 'rate_limited', retryable: true, retryAfterSeconds: 120 };
    await expect(embedder().embed(masked('x'))).rejects.toMatchObject(error);
    expect(api.calls).toHaveLength(5);
  });

  it('ends with the caller, also while it waits', async () => {
    api.faults.add({ kind: '429', retryAfterSeconds: 15 });
    const giveUp = new AbortController();
    const asked = embedder().embed(masked('x'), giveUp.signal);
    await expect.poll(() => api.calls.at(-1)?.status).toBe(429);
    giveUp.abort();
    await expect(asked).rejects.toMatchObject({ code: 'rate_limited' });
    expect(api.calls).toHaveLength(1);
  });

  it.each([
    ['a wrong key', { apiKey: 'sk-wrong' }, 'unauthorized'],
    ['an unknown model', { model: 'text-embedding-9' }, 'not_found'],
    ['more dimensions than there are', { dimensions: 9_999 }, 'rejected'],
  ])('says what is wrong with %s, at once', async (_, over, code) => {
    const wrong = createOpenAiEmbedder({ ...model, apiKey: 'sk-sandbox', baseURL: api.url, fetch, ...over });
    await expect(wrong.embed(masked('x'))).rejects.toMatchObject({ code, retryable: false });
    expect(api.calls.length).toBeLessThanOrEqual(1);
  });

  it('asks with no more than a few long requests at a time, and lets a ticket pass', async () => {
    let [open, most] = [0, 0];
    const waiting: (() => void)[] = [];
    const slowFetch: typeof fetch = async (url, init) => {
      const many = JSON.parse(String(init?.body)).input.length > 1;
      if (many) {
        open += 1;
        most = Math.max(most, open);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      const answer = await fetch(url, init);
      if (many) open -= 1;
      return answer;
    };
    const slow = createOpenAiEmbedder({ ...model, apiKey: 'sk-sandbox', baseURL: api.url, fetch: slowFetch });
    const texts = masked(...Array.from({ length: 128 * 9 }, (_, index) => `ticket ${index}`));
    const all = slow.embed(texts);
    await expect.poll(() => waiting.length).toBe(4);
    expect(await slow.embed(masked('one ticket'))).toHaveLength(1);
    for (let released = 0; released < 9; released += 1) {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      waiting.shift()?.();
    }
    expect(await all).toHaveLength(texts.length);
    expect(most).toBe(4);
  });
});

/** The stand-in is too well-behaved for these. */
describe('embeddings of an endpoint that', () => {
  const answering = (answer: (input: string[]) => { status?: number; body: unknown }) => {
    const sent: string[][] = [];
    const scripted = async (_: unknown, init?: RequestInit) => {
      const { input }: { input: string[] } = JSON.parse(String(init?.body));
      sent.push(input);
      const { status = 200, body } = answer(input);
      return Response.json(body, { status });
    };
    const options = { ...model, dimensions: 2, apiKey: 'k', baseURL: 'http://127.0.0.1:1/v1' };
    return { embedder: createOpenAiEmbedder({ ...options, fetch: scripted as typeof fetch }), sent };
  };
  const data = (...embeddings: unknown[]) => ({
    body: { data: embeddings.map((embedding, index) => ({ index, embedding })) },
  });

  it('reads less than OpenAI does: the start of the text has to do', async () => {
    const { embedder, sent } = answering(([text = '']) =>
      text.length > 600 ? { status: 400, body: { error: { message: 'too long' } } } : data([3, 4]),
    );
    expect(await embedder.embed(masked('word '.repeat(400)))).toEqual([[0.6, 0.8]]);
    expect(sent.map(([text = '']) => text.length)).toEqual([2_000, 1_000, 500]);
  });

  it.each([
    ['a vector too few', data([1, 0])],
    ['a vector of another length', data([1, 0], [1, 0, 0])],
    ['no numbers', data([1, 0], ['NaN', null])],
    ['a vector without direction', data([1, 0], [0, 0])],
    ['no vectors at all', { body: {} }],
  ])('sends %s is not believed', async (_, body) => {
    await expect(answering(() => body).embedder.embed(masked('a', 'b'))).rejects.toMatchObject({
      code: 'bad_answer',
      retryable: false,
    });
  });

  it('has its quota spent is not asked again', async () => {
    const { embedder, sent } = answering(() => ({ status: 429, body: { error: { code: 'insufficient_quota' } } }));
    await expect(embedder.embed(masked('a'))).rejects.toMatchObject({ code: 'rate_limited' });
    expect(sent).toHaveLength(1);
  });
});

describe('what is sent', () => {
  it('is the well-formed start of any text, never too long and never empty', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12_000, size: 'max' }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((part) => part.repeat(60)),
    );
    fc.assert(
      fc.property(text, (given) => {
        const cut = cutText(given);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(8_000);
        expect(cut.length).toBeGreaterThan(0);
        expect(given.trim() === '' || given.toWellFormed().startsWith(cut.replace(/\ufffd$/u, '').toWellFormed())).toBe(
          true,
        );
        if (Buffer.byteLength(given) > 8_000) expect(Buffer.byteLength(cut)).toBeGreaterThan(2_000);
      }),
      { numRuns: 60 },
    );
  });

  it('is every text once, in order, and no request holds too much', () => {
    const texts = fc.array(fc.integer({ min: 1, max: 8_000 }), { maxLength: 400 });
    fc.assert(
      fc.property(texts, (lengths) => {
        const given = lengths.map((length) => 'x'.repeat(length));
        const requests = toRequests(given);
        expect(requests.flat()).toEqual(given);
        for (const request of requests) {
          expect(request.length).toBeLessThanOrEqual(128);
          expect(request.join('').length).toBeLessThanOrEqual(250_000);
        }
      }),
      { numRuns: 60 },
    );
  });
});
