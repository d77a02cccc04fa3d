import { describe, expect, it, vi } from 'vitest';
import { openZendesk } from './test-client.ts';

const PATH = '/api/v2/tickets/1001';
const change = { ticket: { priority: 'high' } };

describe('faults', () => {
  it('drop the answer after the change is made', async () => {
    await using account = await openZendesk();
    account.zendesk.faults.add({
      match: { method: 'put', path: /tickets\/1001$/ },
      kind: 'drop_after_apply',
      times: 1,
    });
    expect((await account.api('GET', PATH)).status).toBe(200);
    await expect(account.api('PUT', PATH, change)).rejects.toThrow('fetch failed');
    expect(account.zendesk.readTicket(1001).priority).toBe('high');
    expect((await account.api('PUT', PATH, change)).status).toBe(200);
  });

  it('answer 504 and make the change later', async () => {
    await using account = await openZendesk();
    account.zendesk.faults.add({ kind: 'late_apply', delayMs: 30, times: 1 });
    expect((await account.api('PUT', PATH, change)).status).toBe(504);
    expect(account.zendesk.readTicket(1001).priority).toBeNull();
    await vi.waitFor(() => expect(account.zendesk.readTicket(1001).priority).toBe('high'));
    expect(account.zendesk.readTicket(1001)).toMatchObject({ priority: 'high', audits: [{}, {}] });
  });

  it.each(['429', '500', '504'] as const)('answer %s and make no change', async (kind) => {
    await using account = await openZendesk();
    account.zendesk.faults.add({ kind, times: 1, retryAfter: 7 });
    const { status, headers } = await account.api('PUT', PATH, change);
    expect(status).toBe(Number(kind));
    expect(headers.get('retry-after')).toBe(kind === '429' ? '7' : null);
    expect(account.zendesk.readTicket(1001).priority).toBeNull();
  });

  it('come by header too, slow down, and can be cleared', async () => {
    await using account = await openZendesk();
    expect((await account.api('GET', PATH, undefined, { 'x-sandbox-fault': '500' })).status).toBe(500);
    const started = performance.now();
    expect((await account.api('GET', PATH, undefined, { 'x-sandbox-fault': 'slow:60' })).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(50);
    account.zendesk.faults.add({ kind: '500' });
    account.zendesk.faults.add({ kind: '504', probability: 0 });
    account.zendesk.faults.clear();
    expect((await account.api('GET', PATH)).status).toBe(200);
  });
});
