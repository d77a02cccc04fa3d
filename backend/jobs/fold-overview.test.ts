import { describe, expect, it } from 'vitest';
import { aTenant, only } from '../test/tenant.ts';
import { someSettings } from '../test/tenant-settings.ts';
import { foldOverview } from './fold-overview.ts';

describe('folding the overview', () => {
  const run = async (waiting: number, isThere = true) => {
    const asked: { limit: number; timeZone: string }[] = [];
    let left = waiting;
    const store = {
      async foldChanges(_: string, options: { limit: number; timeZone: string }) {
        asked.push(options);
        const taken = Math.min(options.limit, left);
        left -= taken;
        return taken;
      },
    };
    const served = only(aTenant({ id: 'a', settings: someSettings({ timeZone: 'Asia/Tokyo' }) }));
    const tenants = isThere ? served : { ...served, find: async () => null };
    return { outcome: await foldOverview({ payload: { tenantId: 'a' } }, { tenants, store }), asked, left };
  };

  it('takes batch by batch what waits, by the days of the account', async () => {
    const { outcome, asked, left } = await run(1_200);
    expect({ outcome, left }).toEqual({ outcome: 'folded', left: 0 });
    expect(asked.map(({ timeZone }) => timeZone)).toEqual(['Asia/Tokyo', 'Asia/Tokyo', 'Asia/Tokyo']);
  });

  it('leaves the rest of very many to the next minute', async () => {
    expect(await run(1_000_000)).toMatchObject({ outcome: 'more', left: 980_000 });
  });

  it('has nothing to do without changes or without the account', async () => {
    expect(await run(0)).toMatchObject({ outcome: 'nothing_new' });
    expect(await run(9, false)).toMatchObject({ outcome: 'gone', left: 9 });
  });
});
