import { describe, expect, it } from 'vitest';
import { createClock, openZendesk } from './test-client.ts';

const PATH = '/api/v2/tickets/1001';

describe('rate limits', () => {
  it('count down in headers, end in 429 with Retry-After, and start anew with the minute', async () => {
    const clock = createClock('2026-03-02T09:00:10Z');
    await using account = await openZendesk({ now: clock.now, limits: { perMinute: 2 } });
    const first = await account.api('GET', PATH);
    expect(first.headers.get('x-rate-limit')).toBe('2');
    expect(first.headers.get('x-rate-limit-remaining')).toBe('1');
    expect(first.headers.get('ratelimit-reset')).toBe('50');
    await account.api('GET', PATH);
    const third = await account.api('GET', PATH);
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('50');
    clock.pass(50_000);
    expect((await account.api('GET', PATH)).status).toBe(200);
  });

  it("share the updates between the API and the agents' saves", async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now, limits: { updatesPerMinute: 2 } });
    expect((await account.agent('PUT', PATH, { ticket: { priority: 'low' } })).status).toBe(200);
    expect((await account.api('PUT', `${PATH}/tags`, { tags: ['a'] })).status).toBe(200);
    expect((await account.api('PUT', PATH, { ticket: { priority: 'high' } })).status).toBe(429);
    expect((await account.api('GET', PATH)).status).toBe(200);
    expect(account.zendesk.readTicket(1001).priority).toBe('low');
  });

  it('let one user update one ticket 30 times in ten minutes', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now, limits: { updatesPerTicket: 1 } });
    expect((await account.api('PUT', PATH, { ticket: { priority: 'low' } })).status).toBe(200);
    expect((await account.api('PUT', PATH, { ticket: { priority: 'high' } })).status).toBe(429);
    expect((await account.agent('PUT', PATH, { ticket: { priority: 'high' } })).status).toBe(200);
  });

  it('allow ten exports a minute', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now });
    const statuses = [];
    for (let call = 0; call < 11; call++)
      statuses.push((await account.api('GET', '/api/v2/incremental/tickets/cursor?start_time=1')).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
  });
});
