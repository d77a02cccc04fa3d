import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Asked, ask, createClient, type Spelled } from './ask.ts';
import { createBreaker } from './breaker.ts';
import { prompt } from './prompt.ts';

const question = {
  name: 'q',
  model: 'gpt-4o-mini',
  system: prompt`s`,
  user: prompt`u`,
  temperature: 0,
  maxTokens: 10,
  shape: z.object({ answer: z.string() }),
};
const JSON_HEAD = { 'content-type': 'application/json' };
const HALF = '{"choices":[{"message":{"content":"{';

describe('a connection', () => {
  let respond: (response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => {
    request.resume().on('end', () => respond(response));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  type Said = Asked<Spelled<{ answer: string }>>;
  const askOnce = (signal: AbortSignal, timeoutMs = 10_000): Promise<Said> => {
    const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    return ask(createClient({ apiKey: 'sk-sandbox', baseURL, fetch, timeoutMs }), question, signal);
  };
  const patient = () => AbortSignal.timeout(10_000);

  it('that breaks in the middle of the answer makes the provider unreachable', async () => {
    respond = (response) => {
      response.writeHead(200, { ...JSON_HEAD, 'content-length': 1000 });
      response.write(HALF, () => response.destroy());
    };
    expect(await askOnce(patient())).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('that delivers all of something that is no JSON brings nonsense', async () => {
    respond = (response) => response.writeHead(200, JSON_HEAD).end(HALF);
    expect(await askOnce(patient())).toEqual({ ok: false, reason: 'nonsense' });
  });

  const silent = (): void => {};
  const halfSilent = (response: ServerResponse): void => {
    response.writeHead(200, JSON_HEAD).write(HALF);
  };

  it.each([
    ['before', silent],
    ['in the middle of', halfSilent],
  ])('that stands still %s the answer is a timeout, and five of them open the breaker', async (_, answer) => {
    respond = answer;
    const breaker = createBreaker();
    const signal = patient();
    for (let call = 0; call < 5; call += 1)
      expect(await breaker.run(() => askOnce(signal, 20), signal)).toEqual({ ok: false, reason: 'timeout' });
    expect(breaker.isClosed()).toBe(false);
  });

  it.each([
    ['before', silent],
    ['in the middle of', halfSilent],
  ])('that its caller gives up %s the answer says nothing of the provider', async (_, answer) => {
    const breaker = createBreaker();
    for (let call = 0; call < 8; call += 1) {
      const caller = new AbortController();
      respond = (response) => {
        answer(response);
        caller.abort();
      };
      const said = await breaker.run(() => askOnce(caller.signal), caller.signal);
      expect(said).toEqual({ ok: false, reason: 'timeout' });
    }
    expect(breaker.isClosed()).toBe(true);
  });
});
