import { describe, expect, it } from 'vitest';
import type { ChangedField, FieldChange, Ticket } from '../ports/ticket.ts';
import type { LoggedWrite, WrittenChange } from '../ports/write-log.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { aChange, aWrite } from '../test/ticket-history.ts';
import { foresee, planUndo } from './plan-undo.ts';

const UNDO = 'undo-1';
const wrote = (number: number, changes: [ChangedField, unknown, unknown][], over: Partial<LoggedWrite> = {}) =>
  aWrite(
    number,
    changes.map(([field, from, to]) => ({ field, from, to }) as WrittenChange),
    over,
  );
const taken = { undoId: UNDO };
const holding = (fields: Ticket['fields'], over: Partial<Ticket> = {}) =>
  aTicket({ fields: { ...aTicket().fields, ...fields }, ...over });

const plan = (ticket: Ticket, writes: LoggedWrite[], history: FieldChange[], decided: ChangedField[] = []) =>
  planUndo({ ticket, writes, history, decided: new Set(decided), undoId: UNDO });
const byUs = (field: ChangedField, to: unknown, from: unknown = null) => aChange(field, to, 'us', from);

describe('planUndo', () => {
  it('gives a field back what it held before our first write that is undone', () => {
    const writes = [
      wrote(1, [['category', null, 'billing']], taken),
      wrote(2, [['category', 'billing', 'account']], taken),
    ];
    const { update, ...rest } = plan(holding({ category: 'account' }), writes, [
      byUs('category', 'account', 'billing'),
    ]);
    expect(update?.fields).toEqual({ category: null });
    expect(rest).toMatchObject({ restored: ['category'], left: [] });
    expect(rest.writes.flatMap(({ changes }) => changes.map(({ undone }) => undone))).toEqual([true, true]);
  });

  it('gives it back what another version of ours had put there, and leaves what such a one has put above', () => {
    const [below, above] = [wrote(1, [['category', null, 'billing']]), wrote(3, [['category', 'account', 'general']])];
    const undone = wrote(2, [['category', 'billing', 'account']], taken);
    const shown = plan(holding({ category: 'account' }), [below, undone], [byUs('category', 'account')]);
    expect(shown.update?.fields).toEqual({ category: 'billing' });
    const covered = plan(holding({ category: 'general' }), [below, undone, above], [byUs('category', 'general')]);
    expect(covered).toMatchObject({ update: null, restored: [], left: [] });
    expect(covered.writes[0]?.changes[0]).toMatchObject({ undone: true });
  });

  it('goes below a write that was undone before, although the log names its value as the one before', () => {
    const before: WrittenChange = { field: 'category', from: null, to: 'billing', undone: true };
    const writes = [aWrite(1, [before]), wrote(2, [['category', 'billing', 'account']], taken)];
    const { update } = plan(holding({ category: 'account' }), writes, [byUs('category', 'account')]);
    expect(update?.fields).toEqual({ category: null });
  });

  it.each([
    ['changed by an agent', 'billing', [byUs('category', 'account'), aChange('category', 'billing', 'agent')]],
    ['set back by an agent', 'account', [byUs('category', 'account'), aChange('category', 'account', 'agent')]],
    ['changed by a rule', 'billing', [byUs('category', 'account'), aChange('category', 'billing', 'rule')]],
    ['cleared by a customer', null, [byUs('category', 'account'), aChange('category', null, 'customer')]],
    ['not known to the history', 'account', []],
  ])('leaves a field that was %s', (_, category, history) => {
    const writes = [wrote(1, [['category', null, 'account']], taken)];
    const { update, restored, left, ...rest } = plan(holding({ category }), writes, history);
    expect([update, restored, left]).toEqual([null, [], ['category']]);
    expect(rest.writes[0]?.changes[0]).not.toHaveProperty('undone');
  });

  it('leaves a field that an agent has settled in the sidebar', () => {
    const writes = [wrote(1, [['category', null, 'account']], taken)];
    const history = [byUs('category', 'account')];
    expect(plan(holding({ category: 'account' }), writes, history, ['category']).left).toEqual(['category']);
  });

  it('lowers a priority again and takes a ticket out of the group and from the agent that we chose', () => {
    const changes: [ChangedField, unknown, unknown][] = [
      ['priority', null, 'urgent'],
      ['groupId', null, '501'],
      ['assigneeId', null, '9'],
    ];
    const ticket = aTicket({ priority: 'urgent', groupId: '501', assigneeId: '9' });
    const { update } = plan(
      ticket,
      [wrote(1, changes, taken)],
      changes.map(([field, , to]) => byUs(field, to)),
    );
    expect(update).toMatchObject({ priority: null, groupId: null, assigneeId: null, fields: {} });
  });

  it('leaves the group to the agent who has taken the ticket, and both to a solved one', () => {
    const writes = [wrote(1, [['groupId', null, '501']], taken)];
    const history = [byUs('groupId', '501'), aChange('assigneeId', '8', 'agent')];
    expect(plan(aTicket({ groupId: '501', assigneeId: '8' }), writes, history)).toMatchObject({
      update: null,
      left: ['groupId'],
    });
    const both = [
      wrote(
        1,
        [
          ['groupId', null, '501'],
          ['assigneeId', null, '9'],
        ],
        taken,
      ),
    ];
    const ours = [byUs('groupId', '501'), byUs('assigneeId', '9')];
    const solved = aTicket({ groupId: '501', assigneeId: '9', status: 'solved' });
    expect(plan(solved, both, ours).left).toEqual(['groupId', 'assigneeId']);
  });

  it('gives a ticket back to the agent whom we had chosen before, with the group that they were chosen for or not at all', () => {
    const writes = [
      wrote(1, [
        ['groupId', null, '501'],
        ['assigneeId', null, '8'],
      ]),
      wrote(
        2,
        [
          ['groupId', '501', '502'],
          ['assigneeId', '8', '9'],
        ],
        taken,
      ),
    ];
    const ours = [byUs('groupId', '502', '501'), byUs('assigneeId', '9', '8')];
    const ticket = aTicket({ groupId: '502', assigneeId: '9' });
    expect(plan(ticket, writes, ours)).toMatchObject({ update: { groupId: '501', assigneeId: '8' }, left: [] });
    const setBack = [...ours, aChange('groupId', '777', 'agent'), aChange('groupId', '502', 'agent')];
    expect(plan(ticket, writes, setBack)).toMatchObject({ update: null, left: ['groupId', 'assigneeId'] });
  });

  it('leaves group and agent of a ticket that the agent whom we chose has answered', () => {
    const changes: [ChangedField, unknown, unknown][] = [
      ['groupId', null, '501'],
      ['assigneeId', null, '9'],
    ];
    const comments = [aComment(), aComment({ authorId: '9', fromCustomer: false })];
    const ticket = aTicket({ groupId: '501', assigneeId: '9', comments });
    const history = changes.map(([field, , to]) => byUs(field, to));
    expect(plan(ticket, [wrote(1, changes, taken)], history)).toMatchObject({
      ...{ update: null, restored: [], left: ['groupId', 'assigneeId'] },
    });
  });

  it('tells of the last write that stands, whichever was first, and of none when none is left', () => {
    const [first, second] = [wrote(1, [], taken), wrote(2, [])];
    const tags = ['vip', 'ait_asked', 'ait_triaged', second.marker];
    const history = [
      byUs('tags', ['vip', 'ait_triaged', first.marker], ['vip']),
      byUs('tags', tags, ['vip', 'ait_triaged', first.marker]),
    ];
    expect(plan(aTicket({ tags }), [first, second], history).update).toBeNull();
    const before = { ...first, undoId: 'undo-0', undoneAt: '2026-01-01T11:00:00Z' };
    const rest = [before, { ...second, ...taken }];
    expect(plan(aTicket({ tags }), rest, history).update?.tags).toEqual(['vip', 'ait_asked', 'ait_undone']);
  });

  it('puts the earlier sign back, and leaves one that a person has added again', () => {
    const [first, second] = [wrote(1, []), wrote(2, [], taken)];
    const tags = ['vip', 'ait_triaged', second.marker];
    const history = [
      byUs('tags', ['vip', 'ait_triaged', first.marker], ['vip']),
      byUs('tags', tags, ['vip', 'ait_triaged', first.marker]),
    ];
    const { update } = plan(aTicket({ tags }), [first, second], history);
    expect(update?.tags).toEqual(['vip', 'ait_triaged', first.marker, 'ait_undone']);
    const again = [...history, aChange('tags', ['vip'], 'agent', tags), aChange('tags', tags, 'agent', ['vip'])];
    expect(plan(aTicket({ tags }), [first, second], again).update?.tags).toEqual([...tags, first.marker, 'ait_undone']);
  });

  it('finds nothing left to do when it has been there before', () => {
    const writes = [
      wrote(
        1,
        [
          ['category', null, 'account'],
          ['tags', [], ['ait_triaged']],
        ],
        taken,
      ),
    ];
    const history = [
      byUs('tags', ['ait_triaged'], []),
      byUs('category', 'account'),
      byUs('category', null, 'account'),
      byUs('tags', ['ait_undone'], ['ait_triaged']),
    ];
    const again = plan(aTicket({ tags: ['ait_undone'] }), writes, history);
    expect(again).toMatchObject({ update: null, restored: ['category'], left: [] });
  });
});

describe('foresee', () => {
  it('names what the filter means and what its fields would hold again', () => {
    const at = (hour: number) => ({ at: `2026-01-01T${hour}:00:00+00:00` });
    const writes = [
      wrote(1, [['category', null, 'billing']], { ...at(12), promptVersion: 'p-0' }),
      wrote(
        2,
        [
          ['category', 'billing', 'account'],
          ['urgency', null, 'P1'],
        ],
        at(14),
      ),
      wrote(3, [['urgency', 'P1', 'P2']], { ...at(16), promptVersion: 'p-2' }),
    ];
    const since = '2026-01-01T14:00:00Z';
    expect(foresee(writes, { since, promptVersion: 'p-1' })).toEqual([
      { field: 'category', from: 'account', to: 'billing' },
    ]);
    expect(foresee(writes, { since, until: since })).toEqual([]);
    expect(foresee(writes, { since, engine: 'builtin' })).toEqual([]);
    expect(foresee(writes, { since: '2026-01-01T10:00:00Z' })).toMatchObject([
      { field: 'category', to: null },
      { field: 'urgency', to: null },
    ]);
  });
});
