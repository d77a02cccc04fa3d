import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPresidio } from './create-presidio.ts';

type Entity = { entity_type: string; start: number; end: number; score: number };
type Asked = { text?: unknown; language?: unknown; score_threshold?: unknown };

const LANGUAGES = ['en', 'de'];
const servers: Server[] = [];
const never = new AbortController().signal;

/** Answers as the analyzer's own service does: refuses what it refuses, filters by the threshold. */
async function startAnalyzer(find: (text: string) => Entity[], seen: Asked[] = []): Promise<string> {
  return start(async (request, response) => {
    const asked: Asked = JSON.parse(await readBody(request));
    seen.push(asked);
    const { text, language, score_threshold = 0 } = asked;
    const error =
      request.method !== 'POST' || request.url !== '/analyze'
        ? 'The requested URL was not found on the server.'
        : typeof text !== 'string' || text === ''
          ? 'No text provided'
          : typeof language !== 'string' || language === ''
            ? 'No language provided'
            : LANGUAGES.includes(language)
              ? null
              : 'No matching recognizers were found to serve the request.';
    if (error) return send(response, 500, { error });
    send(
      response,
      200,
      find(String(text)).filter(({ score }) => score >= Number(score_threshold)),
    );
  });
}

async function start(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Where a word stands, counted as Python counts. */
function entity(text: string, word: string, entity_type: string, score = 0.9): Entity {
  const start = [...text.slice(0, text.indexOf(word))].length;
  return { entity_type, start, end: start + [...word].length, score };
}

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );
});

describe('presidio', () => {
  it('gives the values that it found, counted in code points, as our kinds', async () => {
    const url = await startAnalyzer((text) => [
      entity(text, 'Ada Quill', 'PERSON'),
      entity(text, 'Nimbus', 'ORGANIZATION'),
      entity(text, 'QQ123456C', 'UK_NINO'),
      entity(text, 'X1234567', 'ES_PASSPORT'),
    ]);
    const presidio = createPresidio({ url: `${url}/`, fetch });
    expect(await presidio.detect('👋🏽 Ada Quill of Nimbus 🎉, QQ123456C, X1234567', 'en', never)).toEqual([
      { kind: 'NAME', value: 'Ada Quill' },
      { kind: 'ORG', value: 'Nimbus' },
      { kind: 'ID', value: 'QQ123456C' },
      { kind: 'PASSPORT', value: 'X1234567' },
    ]);
  });

  it('leaves out what is unsure, repeated, or nothing that we mask', async () => {
    const seen: Asked[] = [];
    const find = (text: string) => [
      entity(text, 'Ada', 'PERSON'),
      entity(text, 'Ada', 'PERSON'),
      entity(text, 'Oslo', 'LOCATION'),
      entity(text, 'Friday', 'DATE_TIME'),
      entity(text, 'maybe', 'PERSON', 0.3),
    ];
    const presidio = createPresidio({ url: await startAnalyzer(find, seen), fetch, minScore: 0.6 });
    expect(await presidio.detect('Ada in Oslo on Friday maybe', 'de', never)).toEqual([{ kind: 'NAME', value: 'Ada' }]);
    expect(seen).toEqual([{ text: 'Ada in Oslo on Friday maybe', language: 'de', score_threshold: 0.6 }]);
  });

  it('asks nothing about nothing and only about the beginning and the end of a huge text', async () => {
    const seen: Asked[] = [];
    const presidio = createPresidio({ url: await startAnalyzer(() => [], seen), fetch });
    expect(await presidio.detect(' \n', 'en', never)).toEqual([]);
    await presidio.detect('😀'.repeat(500_000), 'en', never);
    await presidio.detect(`Ada${' Quillfeather'.repeat(9_000)} Bo`, 'en', never);
    expect(seen.map(({ text }) => String(text).length <= 60_000)).toEqual([true, true]);
    const words = String(seen[1]?.text).split(/\s+/);
    expect([words[0], words.at(-1), new Set(words.slice(1, -1))]).toEqual(['Ada', 'Bo', new Set(['Quillfeather'])]);
    expect(String(seen[1]?.text).length).toBeGreaterThan(59_900);
  });

  it.each([
    ['a language that it does not know', 'server_error', () => startAnalyzer(() => [])],
    ['a shape that is not its own', 'bad_answer', () => start((_, response) => send(response, 200, { found: [] }))],
    [
      'negative places',
      'bad_answer',
      () => start((_, response) => send(response, 200, [{ ...entity('a', 'a', 'X'), start: -1 }])),
    ],
    ['no JSON', 'bad_answer', () => start((_, response) => void response.end('<html>'))],
    ['a refusal', 'rejected', () => start((_, response) => send(response, 400, { error: 'no' }))],
    ['too many requests', 'rate_limited', () => start((_, response) => send(response, 429, {}))],
    ['a redirect', 'unreachable', () => start((_, response) => void response.writeHead(302, { location: '/x' }).end())],
    ['a broken line', 'unreachable', () => start((request) => void request.socket.destroy())],
    ['silence', 'timeout', () => start(() => {})],
  ])('fails as an outside error on %s', async (_, code, begin) => {
    const presidio = createPresidio({ url: await begin(), fetch, timeoutMs: 300 });
    await expect(presidio.detect('hello', 'xx', never)).rejects.toMatchObject({ name: 'OutsideError', code });
  });

  it('ends when the caller does', async () => {
    const presidio = createPresidio({ url: await start(() => {}), fetch });
    await expect(presidio.detect('hello', 'en', AbortSignal.abort())).rejects.toMatchObject({ code: 'timeout' });
  });
});
