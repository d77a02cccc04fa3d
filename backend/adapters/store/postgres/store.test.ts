import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim, Claimed } from '../../../ports/store.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';

const claim = (over: Partial<Claim> = {}): Claim => ({
  tenantId: 'a',
  ticketId: randomUUID(),
  contentHash: 'h1',
  force: false,
  ...over,
});

describe.each(databases)('store on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  it('gives a triage to exactly one of many simultaneous claims', async () => {
    const asked = claim();
    const claims = await Promise.all(Array.from({ length: 8 }, () => test.store.claimTriage(asked)));
    expect(claims.filter(({ mine }) => mine)).toHaveLength(1);
    expect(new Set(claims.map(({ stored }) => stored.triage.id)).size).toBe(1);
  });

  it('takes over the claim of a dead process once its lease has ended, and refuses what that one still brings', async () => {
    const asked = claim();
    const first = await test.store.claimTriage(asked);
    expect((await test.store.claimTriage(asked)).mine).toBe(false);
    await test.database.query(`UPDATE triage SET lease_until = now() - interval '1 second' WHERE id = $1`, [
      first.stored.triage.id,
    ]);
    const second = await test.store.claimTriage(asked);
    expect(second).toMatchObject({ mine: true, stored: { triage: { id: first.stored.triage.id } } });
    const held = ({ stored: { triage, attempt } }: Claimed) => ({ id: triage.id, attempt });
    expect(await test.store.saveTriage('a', first.stored, { vault: { '[NAME_1]': 'Bob' } })).toBe(false);
    expect(await test.store.spendModelCall('a', held(first), null)).toBe('calls_used_up');
    expect(await test.store.saveTriage('a', second.stored, { vault: { '[NAME_1]': 'Ann' } })).toBe(true);
    expect(await test.store.spendModelCall('a', held(second), null)).toBe('spent');
    expect((await test.store.readTriage('a', held(first).id))?.vault).toEqual({ '[NAME_1]': 'Ann' });
  });

  it('starts afresh for changed text and, when forced, for unchanged text', async () => {
    const asked = claim();
    const first = await test.store.claimTriage(asked);
    await test.store.saveTriage('a', { ...first.stored, triage: { ...first.stored.triage, status: 'done' } });
    expect((await test.store.claimTriage({ ...asked, contentHash: 'h2' })).mine).toBe(true);
    const forced = await test.store.claimTriage({ ...asked, force: true });
    expect(forced.mine).toBe(true);
    expect(forced.stored.triage.id).not.toBe(first.stored.triage.id);
    expect((await test.store.readTriage('a', first.stored.triage.id))?.triage.status).toBe('done');
  });

  it('gives a failed triage to one of many that ask again, with nothing left of the failure', async () => {
    const asked = claim();
    const { stored } = await test.store.claimTriage(asked);
    await test.store.saveTriage(
      'a',
      { ...stored, triage: { ...stored.triage, status: 'failed', failure: 'RangeError' } },
      { vault: { '[NAME_1]': 'Bob' } },
    );
    const claims = await Promise.all(Array.from({ length: 5 }, () => test.store.claimTriage(asked)));
    expect(claims.filter(({ mine }) => mine)).toHaveLength(1);
    expect(await test.store.readTriage('a', stored.triage.id)).toMatchObject({
      triage: { id: stored.triage.id, status: 'running', failure: null },
      vault: {},
    });
  });

  it('stores text with NUL and half a surrogate pair, which jsonb refuses', async () => {
    const { stored } = await test.store.claimTriage(claim());
    await test.store.saveTriage('a', { ...stored, triage: { ...stored.triage, language: 'e\0n\ud83d' } });
    expect((await test.store.readTriage('a', stored.triage.id))?.triage.language).toBe('en\ufffd');
  });

  it('seals the vault at rest and gives it back whole', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const vault = { '[EMAIL_1]': 'ann@x.example' };
    await test.store.saveTriage('a', stored, { vault });
    await test.store.saveTriage('a', { ...stored, triage: { ...stored.triage, status: 'drafting' } });
    const [row] = await test.database.query<{ vault: Uint8Array }>('SELECT vault FROM triage WHERE id = $1', [
      stored.triage.id,
    ]);
    expect(Buffer.from(row!.vault).toString('latin1')).not.toContain('ann@x.example');
    expect((await test.store.readTriage('a', stored.triage.id))?.vault).toEqual(vault);
  });

  it('shows a tenant nothing of another', async () => {
    const { stored } = await test.store.claimTriage(claim());
    expect(await test.store.readTriage('b', stored.triage.id)).toBeNull();
    await test.store.saveTriage('b', { ...stored, triage: { ...stored.triage, status: 'failed' } });
    expect((await test.store.readTriage('a', stored.triage.id))?.triage.status).toBe('running');
  });

  it('lets a triage spend four model calls and no more, also when they race', async () => {
    const { stored } = await test.store.claimTriage(claim());
    const spent = await Promise.all(
      Array.from({ length: 7 }, () =>
        test.store.spendModelCall('a', { id: stored.triage.id, attempt: stored.attempt }, null),
      ),
    );
    expect(spent.filter((outcome) => outcome === 'spent')).toHaveLength(4);
  });

  it('stores a delivery once and enqueues with it or not at all', async () => {
    const event = { tenantId: 'a', eventKey: randomUUID(), ticketId: '1', type: 'ticket.created' };
    const failing = test.store.saveInboxEvent(event, async () => {
      throw new Error('no queue');
    });
    await expect(failing).rejects.toThrow('no queue');
    let enqueued = 0;
    const alongside = async () => {
      enqueued += 1;
    };
    expect(await test.store.saveInboxEvent(event, alongside)).toBe(true);
    expect(await test.store.saveInboxEvent(event, alongside)).toBe(false);
    expect(enqueued).toBe(1);
  });

  it('pages feedback in the order it came and stores an event once', async () => {
    const { stored } = await test.store.claimTriage(claim({ tenantId: 'f' }));
    const at = new Date().toISOString();
    const row = (id: string) => ({
      id,
      triageId: stored.triage.id,
      ticketId: '1',
      type: 'ignored',
      at,
      agentId: null,
      fields: [],
      draftOutcome: null,
      draftDistance: null,
      decidedBy: null,
      helpful: null,
    });
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await test.store.saveFeedback('f', row(id));
    expect(await test.store.saveFeedback('f', row(ids[0]!))).toBe(false);
    const first = await test.store.readFeedback('f', null, 2);
    const second = await test.store.readFeedback('f', first.nextCursor, 2);
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });
});
