import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GROUPS } from '../../sandbox/zendesk/directory.ts';
import { createClock, openZendesk } from '../../sandbox/zendesk/test-client.ts';
import { createZendesk } from '../adapters/helpdesk/zendesk/create-zendesk.ts';
import type { Routing, Sla } from '../contract/triage.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Tenant } from '../ports/tenant.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { only } from '../test/tenant.ts';
import { aTriage } from '../test/ticket.ts';
import { followSla } from './follow-sla.ts';
import { warnBreaches } from './warn-breaches.ts';

const MINUTE = 60_000;
/** The sandbox's ticket was created half an hour before its clock begins. */
const CREATED = '2026-03-02T08:30:00.000Z';
const TICKET = 1001;

describe.each(databases)('the clocks of a ticket, on $kind', ({ open }) => {
  let test: TestDatabase;
  let tenant: Tenant;
  let clock: ReturnType<typeof createClock>;
  let account: Awaited<ReturnType<typeof openZendesk>>;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    clock = createClock();
    account = await openZendesk({ now: clock.now });
    const { clientId, clientSecret } = account.zendesk.oauth;
    const baseUrl = account.zendesk.url;
    const helpdesk = createZendesk({ baseUrl, clientId, clientSecret, webhookSecrets: [], fetch });
    tenant = { id: randomUUID(), helpdesk, slaWarnings: true } as unknown as Tenant;
  });
  afterEach(() => account.zendesk.close());

  const triaged = async (over: Partial<Routing> = {}) => {
    const key = { tenantId: tenant.id, ticketId: String(TICKET), contentHash: randomUUID() };
    const { stored } = await test.store.claimTriage({ ...key, force: false });
    const routing = { ...aTriage().routing!, slaHours: 4, ...over };
    const triage = { ...stored.triage, status: 'done' as const, routing };
    await test.store.saveTriage(tenant.id, { ...stored, triage }, { slaLookAt: clock.now() });
    return async () => (await test.store.readTriage(tenant.id, triage.id))?.triage.sla;
  };
  const follow = (ticketId = TICKET) =>
    followSla(
      { payload: { tenantId: tenant.id, ticketId: String(ticketId) } },
      { store: test.store, tenants: only(tenant) },
      clock.now(),
    );
  const put = (ticket: object) => account.agent('PUT', `/api/v2/tickets/${TICKET}.json`, { ticket });
  const reply = (over: object = {}) => put({ comment: { body: 'We are looking into it.', public: true }, ...over });
  const read = () => account.zendesk.readTicket(TICKET);
  const slaTags = () => read().tags.filter((tag) => tag.startsWith('ait_sla'));
  const isClockSet = async (at: Date) => (await test.store.takeDueClocks(tenant.id, at, 50, async () => {})) > 0;

  it('warn once by a tag, tell of the breach, and are silent when the agent has replied', async () => {
    const sla = await triaged();
    clock.pass(150 * MINUTE);
    expect(await follow()).toBe('kept');
    expect(await isClockSet(new Date(Date.parse(CREATED) + 0.8 * 240 * MINUTE - 1))).toBe(false);
    clock.pass(12 * MINUTE);
    expect([await follow(), slaTags()]).toEqual(['tagged:at_risk', ['ait_sla_at_risk']]);
    const { updated_at, tags } = read();
    clock.pass(MINUTE);
    expect([await follow(), read().updated_at, tags.includes('vip')]).toEqual(['at_risk', updated_at, true]);
    clock.pass(60 * MINUTE);
    expect([await follow(), slaTags()]).toEqual(['tagged:breached', ['ait_sla_breached']]);
    expect(await isClockSet(new Date('2100-01-01'))).toBe(false);
    const dueAt = '2026-03-02T12:30:00.000Z';
    expect((await sla())?.firstReply).toEqual({ hours: 4, dueAt, pausedSince: null, metAt: null });
    await reply();
    const repliedAt = clock.now();
    clock.pass(MINUTE);
    expect([await follow(), slaTags()]).toEqual(['tagged:kept', []]);
    expect(Date.parse((await sla())?.firstReply.metAt ?? '')).toBe(repliedAt.setMilliseconds(0));
  });

  it('rest while the ticket is pending, go on when it is open again, and end when it is solved', async () => {
    const sla = await triaged({ resolutionHours: 10 });
    const resolution = async () => (await sla())?.resolution;
    await reply({ status: 'pending' });
    clock.pass(30 * MINUTE);
    expect(await follow()).toBe('kept');
    // Half an hour had gone, and another half hour is given back.
    expect(await resolution()).toMatchObject({
      pausedSince: '2026-03-02T09:00:00.000Z',
      dueAt: '2026-03-02T19:00:00.400Z',
      metAt: null,
    });
    expect(await isClockSet(new Date('2100-01-01'))).toBe(false);
    account.zendesk.comment(TICKET, { text: 'Here are the numbers' });
    clock.pass(MINUTE);
    await follow();
    expect(await resolution()).toMatchObject({ pausedSince: null, dueAt: '2026-03-02T19:00:00.000Z' });
    expect(await isClockSet(new Date('2026-03-02T19:00:00Z'))).toBe(true);
    await reply({ status: 'solved' });
    clock.pass(MINUTE);
    await follow();
    expect(await resolution()).toMatchObject({ metAt: '2026-03-02T09:31:00.000Z', dueAt: '2026-03-02T19:00:00.000Z' });
  });

  it('leave a ticket alone that has just changed, and come back', async () => {
    await triaged();
    clock.pass(200 * MINUTE);
    account.zendesk.comment(TICKET, { text: 'Any news?' });
    clock.pass(1_000);
    await expect(follow()).rejects.toMatchObject({ retryable: true, retryAfterSeconds: 3 });
    expect(slaTags()).toEqual([]);
    clock.pass(3_000);
    expect(await follow()).toBe('tagged:at_risk');
  });

  it('let a person go first who changes the ticket meanwhile', async () => {
    await triaged();
    clock.pass(200 * MINUTE);
    const { updateTicket } = tenant.helpdesk;
    tenant.helpdesk.updateTicket = async (update) => {
      await put({ tags: ['vip', 'mine'] });
      return updateTicket(update);
    };
    await expect(follow()).rejects.toMatchObject({ retryable: true });
    expect(read().tags).toEqual(['mine', 'vip']);
  });

  it('are kept, and looked at no sooner than they say, where the helpdesk refuses the tag', async () => {
    const sla = await triaged();
    clock.pass(200 * MINUTE);
    tenant.helpdesk.updateTicket = async () => {
      throw new OutsideError('zendesk', 'rejected', 'answered 422');
    };
    expect(await follow()).toBe('refused');
    const dueAt = '2026-03-02T12:30:00.000Z';
    expect((await sla())?.firstReply.dueAt).toBe(dueAt);
    expect(await isClockSet(new Date(Date.parse(dueAt) - 1))).toBe(false);
    expect(await isClockSet(new Date(dueAt))).toBe(true);
  });

  it('are those of the newer promise when the ticket was decided anew meanwhile', async () => {
    await triaged();
    const { fetchTicket } = tenant.helpdesk;
    let sla = async (): Promise<Sla | null | undefined> => null;
    tenant.helpdesk.fetchTicket = async (ticketId) => {
      const ticket = await fetchTicket(ticketId);
      tenant.helpdesk.fetchTicket = fetchTicket;
      sla = await triaged({ slaHours: 1 });
      return ticket;
    };
    clock.pass(40 * MINUTE);
    expect([await follow(), slaTags()]).toEqual(['tagged:breached', ['ait_sla_breached']]);
    expect((await sla())?.firstReply.hours).toBe(1);
  });

  it('are read without a word on the ticket where the account wants no warnings', async () => {
    tenant.slaWarnings = false;
    const sla = await triaged();
    const { updated_at } = read();
    clock.pass(500 * MINUTE);
    expect([await follow(), read().updated_at]).toEqual(['breached', updated_at]);
    expect((await sla())?.firstReply.dueAt).toBe('2026-03-02T12:30:00.000Z');
    expect(await isClockSet(new Date('2100-01-01'))).toBe(false);
  });

  it('stop when the ticket or its triage is gone', async () => {
    await triaged();
    account.zendesk.deleteTicket(TICKET);
    expect(await follow()).toBe('gone');
    expect(await isClockSet(new Date('2100-01-01'))).toBe(false);
    expect(await follow(7)).toBe('no_promise');
  });

  it('note how the ticket stands, whose it is, and that it is gone', async () => {
    const standing = () =>
      test.database.query('SELECT status, group_id FROM ticket_standing WHERE tenant_id = $1', [tenant.id]);
    await triaged();
    await put({ status: 'pending', group_id: Number(GROUPS[1]?.id) });
    clock.pass(MINUTE);
    await follow();
    expect(await standing()).toEqual([{ status: 'pending', group_id: String(GROUPS[1]?.id) }]);
    account.zendesk.deleteTicket(TICKET);
    await follow();
    expect(await standing()).toEqual([{ status: 'deleted', group_id: null }]);
  });

  it('are asked for when they are due, each once', async () => {
    await triaged();
    const queue = await test.openQueue();
    const run = () => warnBreaches({ payload: { tenantId: tenant.id } }, { store: test.store, queue });
    expect([await run(), await run(), await queue.countWaiting('follow-sla')]).toEqual(['taken', 'nothing_due', 1]);
    await queue.close();
  });
});
