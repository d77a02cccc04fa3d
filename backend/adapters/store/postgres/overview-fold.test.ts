import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Series } from '../../../ports/overview.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { EVER, openHistory } from '../../../test/overview-history.ts';

describe.each(databases)('counting a ticket, on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  it('says nothing of a confidence that an older triage does not tell, and counts all else of it', async () => {
    const history = openHistory(test);
    const sum = (series: Series) => test.store.sumTallies(history.tenantId, [series], EVER);
    await history.triage('1');
    await test.database.query(
      `UPDATE triage SET body = body #- '{classification,urgencyConfidence}' WHERE tenant_id = $1`,
      [history.tenantId],
    );
    await history.submit('1', { final: { urgency: 'P2', category: 'billing' } });
    await history.fold(9);
    expect(await sum('matrix:urgency')).toMatchObject([{ key: 'P2', second: 'P2', tickets: 1 }]);
    expect(await sum('confidence:urgency')).toEqual([]);
    expect(await sum('confidence:category')).toMatchObject([{ key: 'builtin', second: '36:right', tickets: 1 }]);
  });

  it('leaves out one that cannot be counted, says so, and counts all others', async () => {
    const history = openHistory(test);
    for (const ticketId of ['1', '2', '3', '4', '5']) await history.triage(ticketId);
    await test.database.query(
      `UPDATE triage SET body = jsonb_set(body, '{classification,confidence}', '"high"') WHERE tenant_id = $1 AND ticket_id = '3'`,
      [history.tenantId],
    );
    const outcomes: (number | string)[] = [];
    for (let calls = 0; calls < 20 && outcomes.at(-1) !== 0; calls += 1)
      outcomes.push(await history.fold(9).catch((error: { code: string }) => error.code));
    // Two changes of it wait: its triage, and what was done to that.
    expect(outcomes.filter((outcome) => typeof outcome === 'string')).toEqual(['22P02', '22P02']);
    expect(await test.store.readCounted(history.tenantId)).toMatchObject({ waiting: 0 });
    const counted = await test.store.sumTallies(history.tenantId, ['category'], EVER);
    expect(counted.map(({ key, tickets }) => [key, tickets])).toEqual([['billing', 4]]);
  });
});
