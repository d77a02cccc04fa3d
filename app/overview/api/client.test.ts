import { describe, expect, it } from 'vitest';
import { aSession, FakeBackend, Refusal } from '../../test/fake-backend.ts';
import { clientOver } from './client.ts';

const MINUTE_MS = 60_000;
const clientOf = (backend: FakeBackend, ms = 60 * MINUTE_MS) =>
  clientOver(aSession('admin', 'first', ms), { fetch: backend.fetch, now: Date.now });

describe('the client', () => {
  it('sends the session and reads by the contract', async () => {
    const backend = new FakeBackend();
    expect(await clientOf(backend).call('readConnection', {})).toEqual(backend.connection);
    expect(backend.calls).toMatchObject([{ name: 'readConnection', token: 'first' }]);
  });

  it('renews in the last two minutes before it asks, once for many calls', async () => {
    const backend = new FakeBackend();
    const client = clientOf(backend, 2 * MINUTE_MS - 1_000);
    await Promise.all([client.call('readConnection', {}), client.call('readTrust', {})]);
    expect(backend.calls.map(({ name, token }) => `${name} ${token}`).sort()).toEqual([
      'readConnection renewed',
      'readTrust renewed',
      'renewSession first',
    ]);
  });

  it('does not renew before', async () => {
    const backend = new FakeBackend();
    await clientOf(backend, 2 * MINUTE_MS + 5_000).call('readTrust', {});
    expect(backend.called('renewSession')).toEqual([]);
  });

  it('renews once after a 401 and asks again', async () => {
    const backend = new FakeBackend();
    let refused = 0;
    backend.answers.readTrust = ({ token }) => {
      if (token === 'renewed') return { fields: [] };
      refused += 1;
      return new Refusal(401, 'unauthorized', 'The session is over.');
    };
    expect(await clientOf(backend).call('readTrust', {})).toEqual({ fields: [] });
    expect(refused).toBe(1);
  });

  it('knows that it is over when it cannot be renewed', async () => {
    const backend = new FakeBackend();
    backend.token = 'another';
    const client = clientOf(backend);
    let heard = 0;
    client.subscribe(() => {
      heard += 1;
    });
    await expect(client.call('readTrust', {})).rejects.toMatchObject({ code: 'unauthorized' });
    expect({ over: client.isOver(), heard }).toEqual({ over: true, heard: 1 });
  });

  it.each([
    ['ahead', 3_600_000, 2],
    ['behind', -3_600_000, 1],
  ])('renews in time and no oftener by a clock that is an hour %s', async (_, wrong, renewals) => {
    const backend = new FakeBackend();
    let passed = 0;
    const clock = () => Date.now() + wrong + passed;
    backend.answers.renewSession = () => aSession('admin', 'renewed', 15 * MINUTE_MS + passed);
    const client = clientOver(aSession('admin', 'first', 15 * MINUTE_MS), { fetch: backend.fetch, now: clock });
    for (const minute of [0, 0, 0.5, 11, 11.5]) {
      passed = minute * MINUTE_MS;
      await client.call('readTrust', {});
    }
    expect(client.msUntilRenewal()).toBeGreaterThan(0);
    expect(client.msUntilRenewal()).toBeLessThanOrEqual(10 * MINUTE_MS);
    expect(backend.called('renewSession')).toHaveLength(renewals);
  });

  it('goes on when only the renewal cannot be reached', async () => {
    const backend = new FakeBackend();
    backend.answers.renewSession = () => new Refusal(503, 'unavailable', 'Not now.');
    const client = clientOf(backend, MINUTE_MS);
    await client.call('readTrust', {});
    expect(client.isOver()).toBe(false);
  });

  it('keeps code, request and pause of a refusal', async () => {
    const backend = new FakeBackend();
    backend.answers.readTrust = () => new Refusal(429, 'rate_limited', 'Slower.');
    await expect(clientOf(backend).call('readTrust', {})).rejects.toMatchObject({
      code: 'rate_limited',
      message: 'Slower.',
      requestId: 'req-1',
    });
  });

  it.each([
    ['nobody there', () => Promise.reject(new TypeError('fetch failed')), 'unreachable'],
    ['no answer in time', () => Promise.reject(new DOMException('late', 'TimeoutError')), 'timeout'],
    ['an answer of somebody else', async () => new Response('<html>', { status: 502 }), 'unreachable'],
    ['no object', async () => Response.json('<html>'), 'unreadable'],
    ['no JSON', async () => new Response('<html>'), 'unreadable'],
  ])('%s', async (_, fetch, code) => {
    const client = clientOver(aSession('admin', 'first'), { fetch, now: Date.now });
    await expect(client.call('readTrust', {})).rejects.toMatchObject({ code });
  });

  it('writes the id into the path and the query behind it', async () => {
    const backend = new FakeBackend();
    backend.answers.readAudit = () => ({ entries: [], next: null, intact: true, brokenAt: null });
    await clientOf(backend).call('readAudit', { query: { before: 7, limit: 50 } });
    expect(backend.calls[0]).toMatchObject({ query: { before: 7, limit: 50 } });
  });
});
