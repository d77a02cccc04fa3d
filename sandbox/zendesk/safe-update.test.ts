import { describe, expect, it } from 'vitest';
import { createClock, openZendesk } from './test-client.ts';

const PATH = '/api/v2/tickets/1001';

describe('safe update', () => {
  it.each([true, 'true', false])('is asked for by safe_update: %j and refuses an old stamp', async (safe_update) => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now });
    const { updated_at: updated_stamp } = account.zendesk.readTicket(1001);
    clock.pass(2_000);
    account.zendesk.comment(1001, { text: 'One more thing' });
    const old = await account.api('PUT', PATH, { ticket: { priority: 'high', safe_update, updated_stamp } });
    expect(old).toMatchObject({ status: 409, body: { error: 'UpdateConflict' } });
    expect(account.zendesk.readTicket(1001).priority).toBeNull();
    const fresh = { updated_stamp: account.zendesk.readTicket(1001).updated_at };
    expect((await account.api('PUT', PATH, { ticket: { priority: 'high', safe_update, ...fresh } })).status).toBe(200);
  });

  it('does not see two changes within one second', async () => {
    const clock = createClock('2026-03-02T09:00:00.100Z');
    await using account = await openZendesk({ now: clock.now });
    account.zendesk.comment(1001, { text: 'first' });
    const { updated_at: updated_stamp } = account.zendesk.readTicket(1001);
    clock.pass(800);
    account.zendesk.comment(1001, { text: 'unseen' });
    const { status } = await account.api('PUT', PATH, {
      ticket: { priority: 'high', safe_update: true, updated_stamp },
    });
    expect(status).toBe(200);
  });

  it('without it the last one wins', async () => {
    const clock = createClock();
    await using account = await openZendesk({ now: clock.now });
    clock.pass(2_000);
    account.zendesk.comment(1001, { text: 'One more thing' });
    const stale = { ticket: { priority: 'high', updated_stamp: '2020-01-01T00:00:00Z' } };
    expect((await account.api('PUT', PATH, stale)).status).toBe(200);
  });
});
