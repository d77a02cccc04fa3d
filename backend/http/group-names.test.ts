import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountGroup, HelpdeskAccount } from '../ports/helpdesk-account.ts';
import { createGroupNames } from './group-names.ts';

const BILLING = { id: '501', name: 'Billing Support', team: 'billing_support' };

describe('names of groups', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const ask = (answer: () => Promise<AccountGroup[]>) => {
    const account = { fetchGroups: vi.fn(answer) };
    const nameGroups = createGroupNames();
    const read = (id = 'acme') => nameGroups({ id, account: account as unknown as HelpdeskAccount });
    return { account, read };
  };

  it('are asked for once in ten minutes, account by account', async () => {
    const { account, read } = ask(async () => [BILLING]);
    expect(await read()).toEqual({ '501': 'Billing Support' });
    await read();
    expect(account.fetchGroups).toHaveBeenCalledTimes(1);
    await read('other');
    vi.advanceTimersByTime(600_000);
    await read();
    expect(account.fetchGroups).toHaveBeenCalledTimes(3);
  });

  it('are not waited for for long, and not asked for by each view meanwhile', async () => {
    const { account, read } = ask(() => new Promise(() => {}));
    const names = read();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await names).toEqual({});
    expect(await read()).toEqual({});
    expect(account.fetchGroups).toHaveBeenCalledTimes(1);
  });

  it('stay as they were known while the helpdesk does not answer, and are asked for again soon', async () => {
    let isAway = false;
    const { account, read } = ask(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve([BILLING])));
    await read();
    isAway = true;
    vi.advanceTimersByTime(600_000);
    expect(await read()).toEqual({ '501': 'Billing Support' });
    await read();
    expect(account.fetchGroups).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(15_000);
    await read();
    expect(account.fetchGroups).toHaveBeenCalledTimes(3);
  });
});
