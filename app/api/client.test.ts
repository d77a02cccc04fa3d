import { describe, expect, it } from 'vitest';
import { FakeZendesk } from '../test/fake-zendesk.ts';
import { backendOver } from './client.ts';

const TICKET = { ticket: { id: 42, requester_id: 9 } };
const backend = (zendesk: FakeZendesk, url = 'https://triage.example.com/') => backendOver(zendesk.frame(), url, '5');

const answering = (status: number, body: unknown) => {
  const zendesk = new FakeZendesk();
  zendesk.override = () => ({ status, body });
  return backend(zendesk);
};

describe('calls to the backend', () => {
  it('are signed by Zendesk, with the secret only as a placeholder', async () => {
    const zendesk = new FakeZendesk();
    await backend(zendesk).requestTriage(TICKET, true);
    expect(zendesk.requests).toEqual([
      {
        url: 'https://triage.example.com/v1/triages',
        type: 'POST',
        contentType: 'application/json',
        data: JSON.stringify({ ticket: TICKET, force: true }),
        headers: { Authorization: 'Bearer {{jwt.token}}' },
        jwt: {
          algorithm: 'HS256',
          secret_key: '{{setting.shared_secret}}',
          expiry: 300,
          claims: { iss: 'acme', aud: 'https://triage.example.com', sub: '5', ticket_id: '42' },
        },
        secure: true,
        cors: false,
        autoRetry: false,
        httpCompleteResponse: true,
      },
    ]);
  });

  it('leave the proxy nothing to fill in where a customer wrote the text', async () => {
    const zendesk = new FakeZendesk();
    const subject = '{{jwt.token}} {{{setting.shared_secret}}} {{ jwt.token }} {{{{';
    const ticket = { ...TICKET.ticket, subject };
    await backend(zendesk).requestTriage({ ticket }, false);
    const data = String(zendesk.requests[0]?.data);
    expect(data).not.toContain('{{');
    expect(JSON.parse(data)).toEqual({ ticket: { ticket }, force: false });
  });

  it('turn a problem into an error with its code, request id and pause', async () => {
    const error = { code: 'rate_limited', message: 'Slow down.', requestId: 'r1', retryAfterSeconds: 9 };
    await expect(answering(429, { error }).readSettings()).rejects.toMatchObject({ ...error, name: 'ApiError' });
  });

  it.each([
    [502, '<html>bad gateway</html>'],
    [0, null],
    [500, { error: { code: 'made_up' } }],
  ])('call a %i that is not ours unreachable', async (status, body) => {
    await expect(answering(status, body).readTriage('x')).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('do not trust an answer that does not fit the contract', async () => {
    await expect(answering(200, { mode: 'suggest' }).readSettings()).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('escape ids in paths', async () => {
    const zendesk = new FakeZendesk();
    await backend(zendesk).readTriage('../x');
    expect(zendesk.requests[0]?.url).toBe('https://triage.example.com/v1/triages/..%2Fx');
  });
});
