import { describe, expect, it } from 'vitest';
import { aTicket } from '../test/ticket.ts';
import { aChange, aWrite } from '../test/ticket-history.ts';
import { changesOf, findUnloggedMarker, recoverWrite } from './provenance.ts';

const update = { ticketId: '42', updatedAt: '', fields: {}, tags: null };

describe('what a write changed', () => {
  it('is each field from and to, and of tags those that came and went', () => {
    const ticket = aTicket({ priority: 'low', tags: ['vip', 'ait_run_old'] });
    const fields = { category: 'billing', escalation: true };
    const tags = ['vip', 'ait_triaged', 'ait_run_new'];
    expect(changesOf(ticket, { ...update, fields, tags, priority: 'high', groupId: '501' })).toEqual([
      { field: 'category', from: null, to: 'billing' },
      { field: 'escalation', from: false, to: true },
      { field: 'priority', from: 'low', to: 'high' },
      { field: 'groupId', from: null, to: '501' },
      { field: 'tags', from: ['ait_run_old'], to: ['ait_triaged', 'ait_run_new'] },
    ]);
    expect(changesOf(ticket, { ...update, tags: ticket.tags })).toEqual([]);
  });

  it('is found again in the history by its marker, without what a trigger made of it at once', () => {
    const marker = aWrite(1, []).marker;
    const at = '2026-01-01T10:00:05Z';
    const history = [
      { ...aChange('category', 'account', 'us') },
      { ...aChange('category', 'billing', 'us', 'account'), at },
      { ...aChange('tags', ['vip', 'ait_category_billing', marker], 'us', ['vip', 'ait_category_account']), at },
      { ...aChange('groupId', '7', 'rule'), at },
    ];
    expect(recoverWrite(history, marker)).toEqual({
      at,
      changes: [
        { field: 'category', from: 'account', to: 'billing' },
        { field: 'tags', from: [], to: [marker] },
      ],
    });
    expect(recoverWrite(history, 'ait_run_unknown')).toBeNull();
  });

  it('is missing in the log when a marker on the ticket is', () => {
    const logged = aWrite(1, []);
    expect(findUnloggedMarker(aTicket({ tags: ['vip', logged.marker] }), [logged])).toBeNull();
    expect(findUnloggedMarker(aTicket({ tags: [logged.marker] }), [])).toBe(logged.marker);
  });
});
