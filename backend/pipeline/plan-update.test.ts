import { describe, expect, it } from 'vitest';
import type { Routing, Triage } from '../contract/triage.ts';
import type { Actor, ChangedField } from '../ports/ticket.ts';
import { markerOf, type WrittenChange } from '../ports/write-log.ts';
import { aClassification, aComment, aTicket, aTriage } from '../test/ticket.ts';
import { aChange, aWrite } from '../test/ticket-history.ts';
import { needsHistory, planUpdate } from './plan-update.ts';
import type { Known } from './provenance.ts';

type Asked = Parameters<typeof planUpdate>[0];
const nothing: Known = { writes: [], history: null, decided: new Set() };
const asked = (over: Partial<Asked> = {}): Asked => ({
  ...{ ticket: aTicket(), triage: aTriage(), mode: 'suggest', known: nothing, note: 'note' },
  ...over,
});
const plan = (over: Partial<Asked> = {}) => planUpdate(asked(over));
const MARKER = markerOf(aTriage().id);

/** We wrote a value once, and somebody was the last to change the field. */
const lastBy = (field: ChangedField, to: string, by: Actor): Known => ({
  ...nothing,
  writes: [aWrite(1, [{ field, from: null, to } as WrittenChange])],
  history: [aChange(field, to, 'us'), ...(by === 'us' ? [] : [aChange(field, 'other', by), aChange(field, to, by)])],
});

describe('planUpdate', () => {
  it('in mode suggest writes our own fields and tags, and nothing else', () => {
    const update = plan();
    expect(update?.fields).toEqual({ category: 'billing', urgency: 'P2', sentiment: 'frustrated', confidence: 0.9 });
    expect(update?.tags).toEqual(['ait_triaged', MARKER]);
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

  it('in mode auto moves a ticket that a rule is sure of, whatever the category', () => {
    const classification = aClassification({ confidence: 0.1, unsure: ['category'] });
    const routing = { ...(aTriage().routing as Routing), sureTeam: true };
    expect(plan({ mode: 'auto', triage: aTriage({ classification, routing }) })).toMatchObject({ groupId: '501' });
  });

  it('plans nothing when its marker stands on the ticket already, or the ticket is closed', () => {
    expect(plan({ ticket: aTicket({ tags: [MARKER] }) })).toBeNull();
    expect(plan({ ticket: aTicket({ status: 'closed' }) })).toBeNull();
  });

  it('keeps every tag of others and replaces only its own marker', () => {
    const ticket = aTicket({ tags: ['vip', 'ait_run_0000000000000000', 'ait_triaged'] });
    expect(plan({ ticket })?.tags).toEqual(['vip', 'ait_triaged', MARKER]);
  });

  it('leaves a field that a human set, and changes one that it set itself', () => {
    const ticket = aTicket({ fields: { ...aTicket().fields, category: 'account', urgency: 'P3' } });
    const fields = plan({ ticket, known: lastBy('urgency', 'P3', 'us') })?.fields;
    expect(fields).not.toHaveProperty('category');
    expect(fields).toMatchObject({ urgency: 'P2' });
  });

  it.each(['agent', 'customer', 'rule'] as const)('leaves a field that %s has set back to what we wrote', (by) => {
    const ticket = aTicket({ fields: { ...aTicket().fields, urgency: 'P3' } });
    expect(plan({ ticket, known: lastBy('urgency', 'P3', by) })?.fields).not.toHaveProperty('urgency');
  });

  it('leaves what we wrote and somebody cleared, and what an agent has settled in the sidebar', () => {
    expect(plan({ known: lastBy('urgency', 'P3', 'us') })?.fields).not.toHaveProperty('urgency');
    const known = { ...nothing, decided: new Set(['category' as const]) };
    expect(plan({ known })?.fields).not.toHaveProperty('category');
  });

  it('writes a field again that an undo has given back', () => {
    const writes = [aWrite(1, [{ field: 'urgency', from: null, to: 'P3', undone: true }])];
    expect(plan({ known: { ...nothing, writes } })?.fields).toMatchObject({ urgency: 'P2' });
  });

  it('asks for the history only where it can decide something', () => {
    const holding = (urgency: string) => aTicket({ fields: { ...aTicket().fields, urgency } });
    const { writes } = lastBy('urgency', 'P3', 'us');
    const known = { ...nothing, writes };
    expect(needsHistory(asked())).toBe(false);
    expect(needsHistory(asked({ ticket: holding('P1') }))).toBe(false);
    expect(needsHistory(asked({ ticket: holding('P3'), known }))).toBe(true);
    expect(needsHistory(asked({ ticket: holding('P1'), known }))).toBe(false);
    expect(
      needsHistory(
        asked({ ticket: holding('P2'), known: { ...nothing, writes: lastBy('urgency', 'P2', 'us').writes } }),
      ),
    ).toBe(false);
  });

  it('does not write a triage again that was undone', () => {
    const undone = { ...aWrite(1, []), triageId: aTriage().id, undoneAt: '2026-01-02T10:00:00Z' };
    expect(plan({ known: { ...nothing, writes: [undone] } })).toBeNull();
  });

  it('skips a field that the account does not have', () => {
    expect(plan({ ticket: aTicket({ fields: {} }) })?.fields).toEqual({});
  });

  it('only ever raises a priority, and never one that a human chose', () => {
    const withPriority = (priority: string) => plan({ mode: 'auto', ticket: aTicket({ priority }) });
    expect(withPriority('urgent')).not.toHaveProperty('priority');
    expect(withPriority('low')).not.toHaveProperty('priority');
    const known = lastBy('priority', 'low', 'us');
    expect(plan({ mode: 'auto', ticket: aTicket({ priority: 'low' }), known })).toMatchObject({ priority: 'high' });
  });

  it('does not move a ticket out of the group that a human chose', () => {
    expect(plan({ mode: 'auto', ticket: aTicket({ groupId: '777' }) })).not.toHaveProperty('groupId');
  });

  it('gives a ticket that nobody has to the chosen agent, in the group that is ours alone', () => {
    const assignee = { agentId: '9', name: 'Ana', open: 3, seenThere: true, passedOver: [] };
    const assigned = (over: Partial<Asked>) =>
      plan({ mode: 'auto', triage: aTriage({ assignee }), ...over })?.assigneeId;
    const inGroup = aTicket({ groupId: '501' });
    expect(assigned({})).toBe('9');
    expect(assigned({ mode: 'assist' })).toBeUndefined();
    expect(assigned({ ticket: inGroup })).toBeUndefined();
    expect(assigned({ ticket: inGroup, known: lastBy('groupId', '501', 'us') })).toBe('9');
    expect(assigned({ ticket: inGroup, known: lastBy('groupId', '501', 'agent') })).toBeUndefined();
    expect(assigned({ ticket: aTicket({ assigneeId: '8' }) })).toBeUndefined();
    expect(assigned({ known: lastBy('assigneeId', '9', 'us') })).toBeUndefined();
  });

  it('leaves a ticket to the agent whom we chose and who has answered on it, and in its group', () => {
    const comments = [aComment(), aComment({ authorId: '8', fromCustomer: false })];
    const ticket = aTicket({ assigneeId: '8', comments });
    const assignee = { agentId: '9', name: 'Ana', open: 3, seenThere: true, passedOver: [] };
    const known = lastBy('assigneeId', '8', 'us');
    const update = plan({ mode: 'auto', triage: aTriage({ assignee }), ticket, known });
    expect(update).toMatchObject({ priority: 'high' });
    expect(update).not.toHaveProperty('groupId');
    expect(update).not.toHaveProperty('assigneeId');
  });

  it('moves a ticket that a person has to no other group, and one that we gave to somebody along with a new agent', () => {
    const triage = aTriage({ assignee: { agentId: '9', name: 'Ana', open: 3, seenThere: true, passedOver: [] } });
    const moved = (assigneeId: string | null, by: Actor) => {
      const known = lastBy('assigneeId', '8', by);
      return plan({ mode: 'auto', triage, ticket: aTicket({ assigneeId }), known }) ?? {};
    };
    expect(moved('8', 'us')).toMatchObject({ groupId: '501', assigneeId: '9' });
    for (const by of ['agent', 'rule'] as const) {
      expect(moved('8', by)).not.toHaveProperty('groupId');
      expect(moved('8', by)).not.toHaveProperty('assigneeId');
    }
    expect(moved(null, 'agent')).toMatchObject({ groupId: '501' });
    expect(moved(null, 'agent')).not.toHaveProperty('assigneeId');
  });

  it('leaves a ticket that it moves with the agent whom we gave it to and who is in the new group, and takes it from no other', () => {
    const [ticket, known] = [aTicket({ assigneeId: '8' }), lastBy('assigneeId', '8', 'us')];
    const moved = (triage: Partial<Triage>) => plan({ mode: 'auto', triage: aTriage(triage), ticket, known });
    expect(moved({})).toMatchObject({ groupId: '501' });
    expect(moved({})).not.toHaveProperty('assigneeId');
    expect(moved({ unassigned: 'away' })).toMatchObject({ groupId: '501', assigneeId: null });
  });
});
