import { once } from 'node:events';
import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from './start.ts';

let api: OpenAi;
beforeAll(async () => {
  api = await startOpenAi();
});
afterAll(() => api.close());

const hello = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Where is my invoice?' }] };
const key = { authorization: 'Bearer sk-sandbox' };

async function post(path: string, body: unknown, headers: Record<string, string> = key, base = api.url) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const chat = (extra: object) => post('/chat/completions', { ...hello, ...extra });

describe('who may ask', () => {
  it('refuses a missing and a wrong key in the API error shape', async () => {
    const none = await post('/chat/completions', hello, {});
    expect(none.status).toBe(401);
    expect(none.body.error).toMatchObject({ type: 'invalid_request_error', param: null, code: null });
    const wrong = await post('/chat/completions', hello, { authorization: 'Bearer sk-wrong-key-000000001234' });
    expect(wrong.status).toBe(401);
    expect(wrong.body.error.code).toBe('invalid_api_key');
    expect(wrong.body.error.message).not.toContain('sk-wrong-key-0000');
  });

  it('refuses above the rate and says when to come back', async () => {
    const busy = await startOpenAi({ requestsPerMinute: 2 });
    const first = await post('/chat/completions', hello, key, busy.url);
    expect(first.headers.get('x-ratelimit-remaining-requests')).toBe('1');
    await post('/chat/completions', hello, key, busy.url);
    const third = await post('/chat/completions', hello, key, busy.url);
    await busy.close();
    expect(third.status).toBe(429);
    expect(third.body.error.code).toBe('rate_limit_exceeded');
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('what it says about itself', () => {
  it('lists its models and describes one', async () => {
    const list = await (await fetch(`${api.url}/models`, { headers: key })).json();
    expect(list.data.map((model: { id: string }) => model.id)).toEqual(
      expect.arrayContaining([
        'gpt-4o-mini',
        'gpt-4o',
        'gpt-4.1-mini',
        'text-embedding-3-small',
        'text-embedding-3-large',
      ]),
    );
    expect(await (await fetch(`${api.url}/models/gpt-4o`, { headers: key })).json()).toMatchObject({
      id: 'gpt-4o',
      object: 'model',
    });
    expect((await fetch(`${api.url}/models/gpt-9`, { headers: key })).status).toBe(404);
  });

  it('says that it is a stand-in, names the request and its limits', async () => {
    const { status, headers, body } = await chat({});
    expect(status).toBe(200);
    expect(body.system_fingerprint).toBe('sandbox');
    expect(body.choices[0].message.content).toContain('stand-in');
    expect(headers.get('x-sandbox')).toBe('stand-in');
    expect(headers.get('x-request-id')).toBe(api.calls.at(-1)?.requestId);
    expect(headers.get('x-ratelimit-remaining-requests')).toMatch(/^\d+$/);
    expect(headers.get('openai-processing-ms')).toMatch(/^\d+$/);
  });

  it('answers unknown addresses and methods as the API does', async () => {
    expect((await post('/responses-of-old', {})).status).toBe(404);
    expect((await fetch(`${api.url}/chat/completions`, { headers: key })).status).toBe(405);
  });
});

describe('what it refuses in a chat request', () => {
  const cases: [string, object, number, string | null, string | null][] = [
    ['no messages', { messages: undefined }, 400, 'messages', 'missing_required_parameter'],
    ['empty messages', { messages: [] }, 400, 'messages', 'empty_array'],
    ['an unknown role', { messages: [{ role: 'bot', content: 'x' }] }, 400, 'messages[0].role', 'invalid_value'],
    [
      'content of the wrong type',
      { messages: [{ role: 'user', content: 5 }] },
      400,
      'messages[0].content',
      'invalid_type',
    ],
    [
      'an unknown part',
      { messages: [{ role: 'user', content: [{ type: 'pdf' }] }] },
      400,
      'messages[0].content[0].type',
      'invalid_value',
    ],
    ['a temperature above 2', { temperature: 2.1 }, 400, 'temperature', 'decimal_above_max_value'],
    ['a temperature below 0', { temperature: -0.1 }, 400, 'temperature', 'decimal_below_min_value'],
    ['a temperature as text', { temperature: '0' }, 400, 'temperature', 'invalid_type'],
    ['an unknown parameter', { top_k: 3 }, 400, null, null],
    [
      'an unknown nested parameter',
      { stream_options: { usage: true } },
      400,
      'stream_options.usage',
      'unknown_parameter',
    ],
    ['no tokens at all', { max_tokens: 0 }, 400, 'max_tokens', 'integer_below_min_value'],
    ['more tokens than the model writes', { max_tokens: 20_000 }, 400, 'max_tokens', 'invalid_value'],
    ['both limits of tokens', { max_tokens: 5, max_completion_tokens: 5 }, 400, null, 'invalid_parameter_combination'],
    ['top_logprobs without logprobs', { top_logprobs: 2 }, 400, 'top_logprobs', null],
    ['more than 20 top_logprobs', { logprobs: true, top_logprobs: 21 }, 400, 'top_logprobs', 'integer_above_max_value'],
    ['more than one choice', { n: 2 }, 400, 'n', 'integer_above_max_value'],
    ['stream_options without stream', { stream_options: { include_usage: true } }, 400, 'stream_options', null],
    ['an unknown format', { response_format: { type: 'xml' } }, 400, 'response_format.type', 'invalid_value'],
    ['json_object without the word', { response_format: { type: 'json_object' } }, 400, 'messages', null],
    ['tools, which are not here', { tools: [] }, 400, 'tools', 'unsupported_parameter'],
    ['an unknown model', { model: 'gpt-9' }, 404, null, 'model_not_found'],
    ['an embedding model', { model: 'text-embedding-3-small' }, 404, 'model', null],
  ];
  it.each(cases)('%s', async (_what, extra, status, param, code) => {
    const answer = await chat(extra);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ type: 'invalid_request_error', param, code });
    expect(api.calls.at(-1)?.status).toBe(status);
  });

  it('a body that is not JSON', async () => {
    expect((await post('/chat/completions', '{"model":')).status).toBe(400);
  });

  it('more tokens than the context holds, counted by the tokenizer and not by letters', async () => {
    const short = await chat({ messages: [{ role: 'user', content: 'hello '.repeat(126_000) }] });
    expect(short.status).toBe(200);
    expect(short.body.usage.prompt_tokens).toBeGreaterThan(126_000);
    const long = await chat({ messages: [{ role: 'user', content: 'hello '.repeat(129_000) }] });
    expect(long.status).toBe(400);
    expect(long.body.error).toMatchObject({ code: 'context_length_exceeded', param: 'messages' });
  });

  it('a body above the size limit', async () => {
    const { status } = await chat({ messages: [{ role: 'user', content: 'x'.repeat(51 * 1024 * 1024) }] });
    expect(status).toBe(413);
  });
});

describe('images', () => {
  const image = (url: string) =>
    chat({ messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }] });
  const png =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  it('takes a data URL and an address, and counts them', async () => {
    const seen = await image(png);
    expect(seen.status).toBe(200);
    expect(seen.body.usage.prompt_tokens).toBeGreaterThan(2000);
    expect((await image('https://pictures.example/shot.png')).status).toBe(200);
  });

  it.each([
    ['another type', 'data:image/tiff;base64,AAAA', 'invalid_image_format'],
    ['other bytes than the type says', 'data:image/png;base64,R0lGODlhAQABAAAAACw=', 'invalid_image_format'],
    ['more than 20 MB', `${png}${'A'.repeat(28 * 1024 * 1024)}`.replace('==', 'AA'), 'image_too_large'],
    ['a file address', 'file:///etc/passwd', 'invalid_image_url'],
  ])('refuses %s', async (_what, url, code) => {
    const answer = await image(url);
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe(code);
  });
});

describe('strangers', () => {
  it('answers every text with 200 and every JSON body with a well-formed answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.jsonValue(), async (text, body) => {
        const content = `${text}<|endoftext|>`;
        expect((await chat({ messages: [{ role: 'user', content }] })).status).toBe(200);
        const odd = await post('/chat/completions', JSON.stringify(body));
        expect(odd.status).toBe(400);
        expect(odd.body.error.message).toBeTypeOf('string');
      }),
      { numRuns: 40 },
    );
  });

  it('is not slowed down by runs without a break or by tags that are never closed', async () => {
    const started = performance.now();
    for (const content of [
      'a'.repeat(65_536),
      '予約'.repeat(20_000),
      '<ticket><passage id="x">'.repeat(8000),
      '{'.repeat(65_536),
    ]) {
      expect((await chat({ messages: [{ role: 'user', content }] })).status).toBe(200);
    }
    expect(performance.now() - started).toBeLessThan(8000);
  });
});

it('rejects when its port is taken', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(startOpenAi({ port })).rejects.toThrow(/EADDRINUSE/);
  holder.close();
});
