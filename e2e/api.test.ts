import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../backend/contract/problem.ts';
import { triageSchema } from '../backend/contract/triage.ts';
import { call, readSnapshot, signToken, type TokenOptions } from './installation.ts';
import { prepareStack, type Stack } from './stack.ts';

describe("the backend's HTTP face", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await prepareStack({ connect: false, zendesk: { seed: { tickets: [], solved: [], articles: [] } } });
    await stack.startBackend();
  });
  afterAll(() => stack.close());

  const newTicket = (text = 'Mein Konto ist gesperrt und ich komme nicht mehr hinein. Meine Mail: ada@quill.example') =>
    stack.zendesk.createTicket({
      subject: 'Konto gesperrt',
      text,
      requester: { name: 'Ada Quill', email: 'ada@quill.example' },
    });
  const ask = async (ticketId: number, over: { force?: boolean } = {}) =>
    call(stack, {
      path: '/v1/triages',
      ticketId: String(ticketId),
      body: { ticket: await readSnapshot(stack, ticketId), ...over },
    });
  const finished = async (ticketId: number, id: string) => {
    const read = async () =>
      triageSchema.parse((await call(stack, { path: `/v1/triages/${id}`, ticketId: String(ticketId) })).json);
    await expect.poll(async () => (await read()).status).toBe('done');
    return read();
  };

  it('triages a ticket that the sidebar shows it', async () => {
    const ticket = newTicket();
    const answer = await ask(ticket.id);
    expect(answer.status).toBe(200);
    const triage = await finished(ticket.id, triageSchema.parse(answer.json).id);
    expect(triage).toMatchObject({ language: 'de', classification: { category: 'account', decidedBy: 'builtin' } });
    expect(triage.routing?.team).toBe('account_support');
    expect(triage.draft?.text.length).toBeGreaterThan(20);
  });

  it('triages a ticket of 1 MB, and says that it left its middle out', async () => {
    const log = '2026-03-02 10:15:01 sync: retry 17 of the calendar failed, error 500 from the server\n'.repeat(11_500);
    const ticket = newTicket(`Der Kalender ist seit heute kaputt, hier das Protokoll:\n${log}\nBitte helfen Sie mir.`);
    const answer = await ask(ticket.id);
    expect(answer.status).toBe(200);
    const triage = await finished(ticket.id, triageSchema.parse(answer.json).id);
    expect(triage).toMatchObject({ truncated: true, unread: false, classification: { category: 'technical' } });
  });

  it('makes one triage of three simultaneous asks', async () => {
    const ticket = newTicket();
    const answers = await Promise.all([ask(ticket.id), ask(ticket.id), ask(ticket.id)]);
    expect(new Set(answers.map(({ json }) => triageSchema.parse(json).id)).size).toBe(1);
  });

  it('triages afresh what changed, and unchanged text only when asked to', async () => {
    const ticket = newTicket();
    const first = triageSchema.parse((await ask(ticket.id)).json);
    await finished(ticket.id, first.id);
    expect(triageSchema.parse((await ask(ticket.id)).json).id).toBe(first.id);
    expect(triageSchema.parse((await ask(ticket.id, { force: true })).json).id).not.toBe(first.id);
    stack.zendesk.comment(ticket.id, { text: 'Es ist jetzt dringend, alle Kollegen sind betroffen.' });
    expect(triageSchema.parse((await ask(ticket.id)).json).id).not.toBe(first.id);
  });

  it('has nothing to triage in an empty ticket', async () => {
    const ticket = stack.zendesk.createTicket({
      subject: '',
      text: ' ',
      requester: { name: 'A B', email: 'a@b.example' },
    });
    expect(triageSchema.parse((await ask(ticket.id)).json)).toMatchObject({ status: 'skipped', skipReason: 'empty' });
  });

  const BAD_TOKENS: [string, TokenOptions | string][] = [
    ['none', ''],
    ['garbage', 'a.b.c'],
    ['unsigned', `${btoa('{"alg":"none"}')}.${btoa('{"iss":"bookwren"}')}.`],
    ['signed with another secret', { secret: 'x'.repeat(64) }],
    ['of another account', { issuer: 'elsewhere' }],
    ['for another backend', { audience: 'https://elsewhere.example' }],
    ['expired', { issuedAgo: 1000, lifeSeconds: 300 }],
    ['from the future', { issuedAgo: -600 }],
    ['living too long', { lifeSeconds: 3600 }],
    ['of another algorithm', { algorithm: 'HS512' }],
    ['without a ticket', { claims: { ticket_id: undefined } }],
  ];
  const ROUTES = [
    { path: '/v1/settings' },
    { path: '/v1/triages', body: {} },
    { path: `/v1/triages/${randomUUID()}` },
    { path: `/v1/triages/${randomUUID()}/feedback`, body: {} },
  ];
  it.each(BAD_TOKENS)('refuses a token that is %s on every route', async (_, token) => {
    for (const route of ROUTES) {
      const signed = typeof token === 'string' ? token : await signToken(stack, '1', token);
      const { status, json } = await call(stack, { ...route, token: signed });
      expect(status).toBe(401);
      expect(problemSchema.parse(json).error.code).toBe('unauthorized');
    }
  });

  it('gives a triage only to a token made for its ticket', async () => {
    const ticket = newTicket();
    const { id } = triageSchema.parse((await ask(ticket.id)).json);
    const other = newTicket('another');
    expect((await call(stack, { path: `/v1/triages/${id}`, ticketId: String(other.id) })).status).toBe(404);
    const swapped = { ticket: await readSnapshot(stack, ticket.id) };
    expect((await call(stack, { path: '/v1/triages', ticketId: String(other.id), body: swapped })).status).toBe(403);
  });

  it('keeps the log of feedback to the admin', async () => {
    expect((await call(stack, { path: '/v1/feedback', ticketId: '1' })).status).toBe(401);
    expect((await call(stack, { path: '/v1/feedback', token: stack.adminToken })).status).toBe(200);
    expect((await call(stack, { path: '/metrics', token: 'x' })).status).toBe(401);
  });

  it('stores a feedback event once, masked, and gives it as JSON and CSV', async () => {
    const ticket = newTicket();
    const { id } = triageSchema.parse((await ask(ticket.id)).json);
    const event = {
      type: 'submitted',
      id: randomUUID(),
      at: new Date().toISOString(),
      agentId: '9',
      final: { category: 'account', priority: 'low' },
      reply: 'Hello Ada, write to ada@quill.example',
    };
    const send = () => call(stack, { path: `/v1/triages/${id}/feedback`, ticketId: String(ticket.id), body: event });
    expect((await send()).json).toEqual({ stored: true });
    expect((await send()).json).toEqual({ stored: false });
    const csv = await fetch(`${stack.backendUrl}/v1/feedback?format=csv`, {
      headers: { authorization: `Bearer ${stack.adminToken}` },
    });
    expect(await csv.text()).toContain(`${event.id},${event.at},submitted,${ticket.id}`);
  });

  it.each([
    ['no JSON', '{', 400, 'bad_request'],
    ['the wrong shape', '{"ticket":{}}', 400, 'bad_request'],
    ['10 MB', JSON.stringify({ ticket: 'x'.repeat(10 * 1024 * 1024) }), 413, 'too_large'],
  ])('answers %s with a clear problem', async (_, body, status, code) => {
    const answer = await call(stack, { path: '/v1/triages', ticketId: '1', body });
    expect(answer.status).toBe(status);
    const { error } = problemSchema.parse(answer.json);
    expect(error.code).toBe(code);
    expect(error.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('serves the document of its contract, its health and its metrics', async () => {
    const document = (await call(stack, { path: '/openapi.json' })).json;
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/triages',
        '/v1/triages/{id}',
        '/v1/triages/{id}/feedback',
        '/v1/feedback',
        '/v1/settings',
      ]),
    );
    expect((await call(stack, { path: '/readyz' })).json).toEqual({ ok: true, database: true, chroma: true });
    const metrics = await fetch(`${stack.backendUrl}/metrics`, {
      headers: { authorization: `Bearer ${stack.adminToken}` },
    });
    expect(await metrics.text()).toContain('triage_http_request_seconds_count{route="/v1/triages",status="200"}');
  });
});
