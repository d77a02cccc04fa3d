import { describe, expect, it } from 'vitest';
import { OutsideError } from '../../ports/errors.ts';
import type { Helpdesk } from '../../ports/helpdesk.ts';
import type { Tenant } from '../../ports/tenant.ts';
import type { FieldChange, Ticket } from '../../ports/ticket.ts';
import { aRule, shippedRouting } from '../../test/routing.ts';
import { aTicket, aTriage } from '../../test/ticket.ts';
import { planSlaTags } from './plan-sla-tags.ts';
import { readHistory, slaAtTriage } from './sla-at-triage.ts';

const solved: FieldChange = { at: '2026-01-01T11:00:00Z', by: 'agent', field: 'status', from: 'open', to: 'solved' };
const tenantOf = (fetchHistory: Helpdesk['fetchHistory'], slaWarnings = true) =>
  ({ slaWarnings, helpdesk: { fetchHistory, ownUserId: () => null } }) as unknown as Tenant;
const promising = { ...shippedRouting(), rules: [aRule({ set: { resolutionHours: 48 } })] };

describe('the history of a ticket', () => {
  it.each<[string, Partial<Ticket>, typeof promising, number]>([
    ['not when the ticket is new', { status: 'new' }, promising, 0],
    ['not when no solution is promised', { status: 'pending' }, shippedRouting(), 0],
    ['when one is', { status: 'pending' }, promising, 1],
    ['when the ticket is over', { status: 'solved' }, shippedRouting(), 1],
  ])('is asked for %s', async (_, over, rules, times) => {
    let asked = 0;
    const tenant = tenantOf(async () => {
      asked += 1;
      return [solved];
    });
    expect(await readHistory(aTicket(over), tenant, rules)).toEqual(times > 0 ? [solved] : []);
    expect(asked).toBe(times);
  });

  it('is done without when the helpdesk does not answer', async () => {
    const tenant = tenantOf(async () => {
      throw new OutsideError('zendesk', 'timeout', 'late');
    });
    expect(await readHistory(aTicket(), tenant, promising)).toEqual([]);
  });
});

describe('what a triage promises', () => {
  const routing = { ...aTriage().routing!, slaHours: 4 };
  const at = (createdAt: string, { slaWarnings = true, tags = [] as string[] } = {}) =>
    slaAtTriage({
      ticket: aTicket({ createdAt, updatedAt: createdAt, tags }),
      tenant: tenantOf(async () => [], slaWarnings),
      routing,
      rules: {
        schedules: { night: { timeZone: 'UTC', hours: { mon: [['00:00', '02:00']] }, holidays: [] } },
        teams: { billing_support: { schedule: 'night' } },
      },
      history: [],
    });

  const [LONG_AGO, AHEAD] = ['2020-01-06T10:00:00Z', '2100-01-01T10:00:00Z'];
  const atRisk = new Date('2100-01-11T01:12:00Z');
  const looksAtOnce = (...given: Parameters<typeof at>) => {
    const { slaLookAt } = at(...given);
    return slaLookAt ? slaLookAt <= new Date() : null;
  };

  it('is due on the clock of its team', () => {
    expect(at('2026-01-06T10:00:00Z').sla.firstReply.dueAt).toBe('2026-01-19T02:00:00.000Z');
  });

  it('is looked at when it will be at risk, at once when it is, and not where nobody wants to be warned', () => {
    expect(looksAtOnce(LONG_AGO)).toBe(true);
    expect(at(AHEAD).slaLookAt).toEqual(atRisk);
    expect(at(AHEAD, { slaWarnings: false }).slaLookAt).toBeUndefined();
  });

  it('is looked at at once where the tag of an earlier promise does not hold any more, and not where it does', () => {
    expect(looksAtOnce(AHEAD, { tags: ['ait_sla_breached'] })).toBe(true);
    expect(at(LONG_AGO, { tags: ['ait_sla_breached'] }).slaLookAt).toBeNull();
  });
});

describe('the tag of a standing', () => {
  it.each<[string, string[], Parameters<typeof planSlaTags>[1], string[] | null]>([
    ['is put beside the others', ['vip'], 'at_risk', ['vip', 'ait_sla_at_risk']],
    ['is left where it stands', ['ait_sla_at_risk', 'vip'], 'at_risk', null],
    ['takes the place of the earlier one', ['ait_sla_at_risk', 'vip'], 'breached', ['vip', 'ait_sla_breached']],
    ['is the only one', ['ait_sla_at_risk', 'ait_sla_breached'], 'breached', ['ait_sla_breached']],
    ['goes when the promise is kept', ['ait_sla_breached', 'vip'], 'kept', ['vip']],
    ['is none at first', ['vip'], 'kept', null],
  ])('%s', (_, tags, standing, wanted) => {
    expect(planSlaTags({ status: 'open', tags }, standing)).toEqual(wanted);
  });

  it('stays as it is on a closed ticket, which nobody can change', () => {
    expect(planSlaTags({ status: 'closed', tags: ['ait_sla_breached'] }, 'kept')).toBeNull();
  });
});
