import { encode } from 'gpt-tokenizer/encoding/cl100k_base';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from './start.ts';

let api: OpenAi;
let client: OpenAI;
beforeAll(async () => {
  api = await startOpenAi();
  client = new OpenAI({ baseURL: api.url, apiKey: 'sk-sandbox', maxRetries: 0 });
});
afterAll(() => api.close());

type Params = OpenAI.EmbeddingCreateParams;
const model = 'text-embedding-3-small';
const vectors = async (input: Params['input'], extra: Partial<Params> = {}) =>
  (await client.embeddings.create({ model, input, ...extra })).data.map(({ embedding }) => embedding);
const dot = (one: number[], other: number[]) => one.reduce((sum, value, index) => sum + value * other[index]!, 0);

describe('embeddings', () => {
  it('are unit vectors of the model’s size, the same in both encodings', async () => {
    const [fromBase64] = await vectors('Where is my invoice?');
    const [fromFloat] = await vectors('Where is my invoice?', { encoding_format: 'float' });
    expect(fromBase64).toHaveLength(1536);
    expect(fromBase64).toEqual(fromFloat);
    expect(dot(fromBase64!, fromBase64!)).toBeCloseTo(1, 5);
    expect((await vectors('x', { model: 'text-embedding-3-large' }))[0]).toHaveLength(3072);
  });

  it('put texts that share words nearer than others, in every script', async () => {
    const [asked, near, far, japanese, nearJapanese] = await vectors([
      'Where can I download my invoice?',
      'How to download an invoice',
      'The calendar crashes on Android',
      '請求書はどこでダウンロードできますか',
      '請求書をダウンロードしたい',
    ]);
    expect(dot(asked!, near!)).toBeGreaterThan(dot(asked!, far!) + 0.2);
    expect(dot(japanese!, nearJapanese!)).toBeGreaterThan(dot(japanese!, far!) + 0.2);
  });

  it('shorten as the model’s do: the leading part, made a unit vector again', async () => {
    const text = 'A duplicate charge is always refunded within ten days.';
    const [full] = await vectors(text);
    const [short] = await vectors(text, { dimensions: 256 });
    const head = full!.slice(0, 256);
    const length = Math.sqrt(dot(head, head));
    expect(short).toHaveLength(256);
    expect(dot(short!, head) / length).toBeCloseTo(1, 5);
  });

  it('take tokens for the text that they spell', async () => {
    const text = 'Where is my invoice?';
    expect(await vectors(encode(text))).toEqual(await vectors(text));
    expect(await vectors([encode(text), encode('Hello')])).toEqual(await vectors([text, 'Hello']));
  });

  it('count tokens and record the call', async () => {
    const { usage } = await client.embeddings.create({ model, input: ['hello world', 'hello'] });
    expect(usage).toEqual({ prompt_tokens: 3, total_tokens: 3 });
    expect(api.calls.at(-1)).toMatchObject({
      endpoint: '/embeddings',
      input: ['hello world', 'hello'],
      usage,
      status: 200,
    });
  });

  it.each<[string, Partial<Params> & { input: Params['input'] }, number, RegExp]>([
    ['an empty text', { input: '' }, 400, /empty/],
    ['an empty list', { input: [] }, 400, /empty array/],
    ['more than 2,048 inputs', { input: Array.from({ length: 2049 }, () => 'x') }, 400, /2049 items/],
    ['more than 8,191 tokens', { input: 'hello '.repeat(8192) }, 400, /maximum context length/],
    [
      'more than 300,000 tokens in all',
      { input: Array.from({ length: 40 }, () => 'hello '.repeat(8000)) },
      400,
      /max 300000/,
    ],
    ['more dimensions than there are', { input: 'x', dimensions: 1537 }, 400, /dimensions/],
    ['a chat model', { input: 'x', model: 'gpt-4o-mini' }, 403, /not allowed/],
    ['an unknown model', { input: 'x', model: 'text-embedding-9' }, 404, /does not exist/],
  ])('refuse %s', async (_what, params, status, message) => {
    const error = await client.embeddings.create({ model, ...params }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ status });
    expect(String(error)).toMatch(message);
  });
});
