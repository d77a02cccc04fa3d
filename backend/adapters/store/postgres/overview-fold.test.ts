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
});
