import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overviewApi } from '../contract/overview.ts';
import type { AccountGroup, HelpdeskAccount } from '../ports/helpdesk-account.ts';
import type { LogFields } from '../ports/log.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { openHistory, type TestHistory } from '../test/overview-history.ts';
import { aTenant } from '../test/tenant.ts';
import { someSettings } from '../test/tenant-settings.ts';
import { overviewRoutes } from './overview.ts';

type View = keyof typeof overviewApi;
const [first] = databases;
if (!first) throw new Error('There is no database');

const HOUR_MS = 3_600_000;
const dayIn = (timeZone: string, at: number) => new Intl.DateTimeFormat('sv', { timeZone }).format(at);

describe('what leads look at, over HTTP', () => {
  let test: TestDatabase;
  let history: TestHistory;
  let groups: () => Promise<AccountGroup[]>;
  let lines: LogFields[];
  beforeAll(async () => {
    test = await first.open();
  });
  beforeEach(() => {
    history = openHistory(test);
    lines = [];
    groups = async () => [{ id: '501', name: 'Billing Support', team: 'billing_support' }];
  });
  afterAll(() => test.close());

  const serve = (timeZone = 'UTC') => {
    const account = { fetchGroups: () => groups() } as unknown as HelpdeskAccount;
    const tenant = aTenant({ id: history.tenantId, account, settings: someSettings({ timeZone }) });
    return asAdmin(tenant, overviewRoutes({ ...test, log: (_, fields) => void lines.push(fields) }));
  };
  const request = (view: View, query = '', app = serve()) => ask(app, 'GET', `${overviewApi[view].path}${query}`);
  const read = async <V extends View>(view: V, query = '', app = serve()) => {
    const { status, body } = await request(view, query, app);
    expect(status).toBe(200);
    return overviewApi[view].response.parse(body) as ReturnType<(typeof overviewApi)[V]['response']['parse']>;
  };
  const recently = new Date(Date.now() - 2 * HOUR_MS);
  const fill = async () => {
    for (const ticket of ['1', '2', '3']) await history.triage(ticket, { at: recently });
    await history.submit('1', { final: { category: 'billing', group: '501' } });
    await history.submit('2', { final: { category: 'account', group: '501' } });
    await history.stand('3', 'open');
  };

  it('is fresh without waiting for the job', async () => {
    await fill();
    const { matrix, groups: names, waiting, from, to, timeZone } = await read('readAgreement');
    expect(matrix).toEqual(
      expect.arrayContaining([
        { suggested: 'billing', final: 'account', tickets: 1 },
        { suggested: 'billing', final: 'billing', tickets: 1 },
      ]),
    );
    expect({ waiting, names, timeZone }).toEqual({ waiting: 0, names: { '501': 'Billing Support' }, timeZone: 'UTC' });
    expect(Date.parse(to) - Date.parse(from)).toBe(27 * 86_400_000);
  });

  it('shows what was counted before where counting fails, and says so in the log', async () => {
    await fill();
    await read('readVolume');
    const store = { ...test.store, foldChanges: () => Promise.reject(new Error('x')) };
    const tenant = aTenant({ id: history.tenantId, settings: someSettings() });
    const app = asAdmin(tenant, overviewRoutes({ store, log: (_, fields) => void lines.push(fields) }));
    expect((await read('readVolume', '', app)).category).toMatchObject([{ key: 'billing', tickets: 3 }]);
    expect(lines).toEqual([{ part: 'overview', code: 'not_counted', tenant: tenant.id }]);
  });

  it('tells the tickets behind a cell', async () => {
    await fill();
    const cell = '?field=category&suggested=billing&final=account';
    await read('readAgreement');
    expect((await read('readCellTickets', cell)).tickets.map(({ ticketId }) => ticketId)).toEqual(['2']);
  });

  it('counts by the days of the account', async () => {
    await history.triage('1', { at: recently });
    const app = serve('Pacific/Auckland');
    expect((await read('readVolume', '', app)).category).toEqual([
      { day: dayIn('Pacific/Auckland', recently.getTime()), key: 'billing', tickets: 1 },
    ]);
  });

  it('has every view, empty and filled, as the contract says', async () => {
    for (const fillFirst of [false, true]) {
      if (fillFirst) await fill();
      for (const view of Object.keys(overviewApi) as View[])
        if (view !== 'readCellTickets') expect(await read(view)).toBeTruthy();
    }
    expect(await read('readEffort')).toMatchObject({ method: { secondsAField: 6, charactersAMinute: 200 } });
    expect(await read('readDrift')).toMatchObject({ alerts: [], compared: 0 });
  });

  it('shows the queue, filtered, with names of groups as far as Zendesk tells them', async () => {
    await fill();
    await history.stand('1', 'solved');
    groups = () => Promise.reject(new Error('Zendesk is away'));
    const queue = await read('readQueue');
    expect(queue.groups).toEqual({});
    expect(queue.tickets.map(({ ticketId }) => ticketId).toSorted()).toEqual(['2', '3']);
    expect((await read('readQueue', '?category=account')).total).toBe(0);
    expect((await read('readQueue', '?category=billing&limit=1')).nextCursor).not.toBeNull();
  });

  it.each<[View, string]>([
    ['readVolume', '?from=2026-02-30'],
    ['readVolume', '?from=2026-02-02&to=2026-02-01'],
    ['readVolume', '?from=2024-01-01&to=2026-01-01'],
    ['readAgreement', '?field=tags'],
    ['readQueue', '?state=lost'],
    ['readQueue', '?limit=101'],
    ['readCellTickets', ''],
  ])('refuses %s%s with what is wrong', async (view, query) => {
    expect(await request(view, query)).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
  });

  it('counts no more than 400 days however the range is named', async () => {
    const { from, to } = await read('readVolume', '?from=2020-01-01');
    expect(Date.parse(to) - Date.parse(from)).toBeLessThan(400 * 86_400_000);
  });
});
