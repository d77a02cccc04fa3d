import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AGENTS } from '../../sandbox/zendesk/directory.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { GROUP, openWrittenTickets, type WrittenTickets } from '../test/written-tickets.ts';
import { writeBack } from './write-back.ts';

const [WATCHER] = AGENTS as [(typeof AGENTS)[number]];

describe.each(databases)('writing back, on $kind', ({ open }) => {
  let test: TestDatabase;
  let account: WrittenTickets;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    account = await openWrittenTickets(test.store);
  });
  afterEach(() => account.close());

  const logOf = (ticketId: string) => test.store.readWrites(account.tenant.id, ticketId);

  it('costs a fresh ticket one update and no look at its history, and notes what it changed and who decided', async () => {
    const ticketId = account.open();
    expect(await account.write(ticketId)).toBe('written');
    expect(account.calls).toEqual(['updateTicket']);
    const [write, ...others] = await logOf(ticketId);
    expect(others).toEqual([]);
    expect(write).toMatchObject({ engine: 'openai', model: 'm-1', promptVersion: 'p-1', undoId: null, undoneAt: null });
    expect(write?.changes).toEqual(
      expect.arrayContaining([
        { field: 'category', from: null, to: 'billing' },
        { field: 'priority', from: null, to: 'high' },
        { field: 'groupId', from: null, to: GROUP },
        { field: 'tags', from: [], to: ['ait_triaged', write?.marker] },
      ]),
    );
  });

  it('changes its own value with the history as the proof, and leaves one that an agent has set back', async () => {
    const [ours, theirs] = [account.open(), account.open()];
    for (const ticketId of [ours, theirs]) await account.write(ticketId);
    for (const category of ['technical', 'billing']) await account.editAsAgent(theirs, account.category(category));
    for (const ticketId of [ours, theirs]) {
      await account.write(ticketId, { category: 'account', urgency: 'P1' });
      expect((await account.read(ticketId)).priority).toBe('urgent');
    }
    expect((await account.read(ours)).fields.category).toBe('account');
    expect((await account.read(theirs)).fields.category).toBe('billing');
    expect(account.calls.filter((call) => call === 'fetchHistory')).toHaveLength(2);
  });

  it('has watchers follow the ticket, and writes the rest where a rule names somebody who cannot', async () => {
    const followersOf = (ticketId: string) => account.zendesk.readTicket(Number(ticketId)).follower_ids ?? [];
    const [ticketId, other] = [account.open(), account.open()];
    expect(await account.write(ticketId, { watchers: [WATCHER.email, String(WATCHER.id)] })).toBe('written');
    expect(followersOf(ticketId)).toEqual([WATCHER.id]);
    expect(await account.write(other, { watchers: ['nobody@elsewhere.example'] })).toBe('written');
    expect(followersOf(other)).toEqual([]);
    expect((await account.read(other)).fields.category).toBe('billing');
  });

  it('writes the rest where the group was deleted since the groups were read', async () => {
    const ticketId = account.open();
    expect(await account.write(ticketId, { groupId: '404', watchers: [WATCHER.email] })).toBe('written');
    expect(await account.read(ticketId)).toMatchObject({ groupId: null, fields: { category: 'billing' } });
  });

  it('leaves what a trigger has made of its own update', async () => {
    const ticketId = account.open();
    await account.write(ticketId);
    account.zendesk.runRule(Number(ticketId), account.category('general'));
    account.zendesk.runRule(Number(ticketId), account.category('billing'));
    await account.write(ticketId, { category: 'account' });
    expect((await account.read(ticketId)).fields.category).toBe('billing');
  });

  it('leaves what an agent has confirmed in the sidebar, until they undo it there', async () => {
    const ticketId = account.open();
    const { triage } = await account.suggest(ticketId);
    const confirmed = {
      field: 'category' as const,
      suggested: 'billing',
      final: 'billing',
      outcome: 'accepted' as const,
    };
    const say = (type: string) =>
      test.store.saveFeedback(account.tenant.id, {
        ...{
          id: crypto.randomUUID(),
          triageId: triage.id,
          ticketId,
          type,
          at: new Date().toISOString(),
          agentId: null,
        },
        ...{ fields: type === 'applied' ? [confirmed] : [], draftOutcome: null, draftDistance: null },
        ...{ decidedBy: null, helpful: null },
      });
    await say('applied');
    await account.write(ticketId, { category: 'account' });
    expect((await account.read(ticketId)).fields.category).toBeNull();
    await say('undone');
    await account.write(ticketId, { category: 'account' });
    expect((await account.read(ticketId)).fields.category).toBe('account');
  });

  it('notes what it wrote before it was killed, from the history, whatever has happened since', async () => {
    const ticketId = account.open();
    const stored = await account.suggest(ticketId);
    const killed = { ...test.store, logWrite: () => Promise.reject(new Error('killed')) };
    await expect(writeBack(account.tenant, killed, stored)).rejects.toThrow('killed');
    await account.editAsAgent(ticketId, account.category('technical'));
    expect(await writeBack(account.tenant, test.store, stored)).toBe('already_written');
    const [write] = await logOf(ticketId);
    expect(write).toMatchObject({ triageId: stored.triage.id, promptVersion: 'p-1' });
    expect(write?.changes).toEqual(
      expect.arrayContaining([
        { field: 'category', from: null, to: 'billing' },
        { field: 'confidence', from: null, to: 0.9 },
        { field: 'tags', from: [], to: ['ait_triaged', write?.marker].toSorted() },
      ]),
    );
    expect(account.calls.filter((call) => call === 'updateTicket')).toHaveLength(1);
    await account.write(ticketId, { category: 'account', sentiment: 'angry' });
    expect((await account.read(ticketId)).fields).toMatchObject({ category: 'technical', sentiment: 'angry' });
  });

  it('notes of a write whose answer does not show it what the history does, and tries again what did not arrive', async () => {
    const { real, tenant } = account;
    const badAnswer = () => Promise.reject(new OutsideError('zendesk', 'bad_answer', 'sent no JSON'));
    const answering = (updateTicket: Helpdesk['updateTicket']) => ({
      ...tenant,
      helpdesk: { ...tenant.helpdesk, updateTicket },
    });
    const ticketId = account.open();
    const stored = await account.suggest(ticketId);
    const lost = answering(badAnswer);
    await expect(writeBack(lost, test.store, stored)).rejects.toMatchObject({ code: 'bad_answer' });
    expect(await logOf(ticketId)).toEqual([]);
    const half = answering(({ groupId: _, ...update }) => real.updateTicket(update).then(badAnswer));
    expect(await writeBack(half, test.store, stored)).toBe('not_taken');
    const fields = (await logOf(ticketId)).flatMap(({ changes }) => changes.map(({ field }) => field));
    expect(fields).toContain('priority');
    expect(fields).not.toContain('groupId');
    await account.write(ticketId);
    expect((await account.read(ticketId)).groupId).toBe(GROUP);
  });
});
