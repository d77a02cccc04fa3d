import { describe, expect, it } from 'vitest';
import { aClassification, aTicket, aTriage } from '../test/ticket.ts';
import { markerOf, ownValues, planUpdate } from './plan-update.ts';

const plan = (over: Partial<Parameters<typeof planUpdate>[0]> = {}) =>
  planUpdate({ ticket: aTicket(), triage: aTriage(), mode: 'suggest', last: null, note: 'note', ...over });

describe('planUpdate', () => {
  it('in mode suggest writes our own fields and tags, and nothing else', () => {
    const update = plan();
    expect(update?.fields).toEqual({ category: 'billing', urgency: 'P2', sentiment: 'frustrated', confidence: 0.9 });
    expect(update?.tags).toEqual(['ait_triaged', markerOf(aTriage())]);
    expect(update).not.toHaveProperty('note');
    expect(update).not.toHaveProperty('priority');
    expect(update).not.toHaveProperty('groupId');
  });

  it('in mode assist adds the note, in mode auto group and priority', () => {
    expect(plan({ mode: 'assist' })).toMatchObject({ note: 'note' });
    expect(plan({ mode: 'assist' })).not.toHaveProperty('priority');
    expect(plan({ mode: 'auto' })).toMatchObject({ note: 'note', priority: 'high', groupId: '501' });
  });

  it('in mode auto leaves to a human what it is not sure of, each by its own confidence', () => {
    const planned = (over: Parameters<typeof aClassification>[0]) =>
      Object.keys(plan({ mode: 'auto', triage: aTriage({ classification: aClassification(over) }) }) ?? {});
    expect(planned({ confidence: 0.6 })).not.toContain('groupId');
    expect(planned({ confidence: 0.6 })).toContain('priority');
    expect(planned({ urgencyConfidence: 0.6 })).toContain('groupId');
    expect(planned({ urgencyConfidence: 0.6 })).not.toContain('priority');
    const unsure = planned({ unsure: ['category', 'urgency'] });
    expect(unsure).not.toContain('groupId');
    expect(unsure).not.toContain('priority');
  });

  it('plans nothing when its marker stands on the ticket already, or the ticket is closed', () => {
    expect(plan({ ticket: aTicket({ tags: [markerOf(aTriage())] }) })).toBeNull();
    expect(plan({ ticket: aTicket({ status: 'closed' }) })).toBeNull();
  });

  it('keeps every tag of others and replaces only its own marker', () => {
    const ticket = aTicket({ tags: ['vip', 'ait_run_0000000000000000', 'ait_triaged'] });
    expect(plan({ ticket })?.tags).toEqual(['vip', 'ait_triaged', markerOf(aTriage())]);
  });

  it('leaves a field that a human set, and changes one that it set itself', () => {
    const ticket = aTicket({ fields: { ...aTicket().fields, category: 'account', urgency: 'P3' } });
    const last = { marker: 'm', triageId: 't', values: { urgency: 'P3' } };
    const fields = plan({ ticket, last })?.fields;
    expect(fields).not.toHaveProperty('category');
    expect(fields).toMatchObject({ urgency: 'P2' });
  });

  it('skips a field that the account does not have', () => {
    expect(plan({ ticket: aTicket({ fields: {} }) })?.fields).toEqual({});
  });

  it('only ever raises a priority, and never one that a human chose', () => {
    const withPriority = (priority: string) => plan({ mode: 'auto', ticket: aTicket({ priority }) });
    expect(withPriority('urgent')).not.toHaveProperty('priority');
    expect(withPriority('low')).not.toHaveProperty('priority');
    const last = { marker: 'm', triageId: 't', values: { priority: 'low' } };
    expect(plan({ mode: 'auto', ticket: aTicket({ priority: 'low' }), last })).toMatchObject({ priority: 'high' });
  });

  it('does not move a ticket out of the group that a human chose', () => {
    expect(plan({ mode: 'auto', ticket: aTicket({ groupId: '777' }) })).not.toHaveProperty('groupId');
  });

  it('knows after a crash which values on the ticket are its own', () => {
    const ticket = aTicket({ fields: { ...aTicket().fields, category: 'billing', urgency: 'P4' } });
    expect(ownValues(ticket, aTriage())).toEqual({ category: 'billing', escalation: false });
  });
});
