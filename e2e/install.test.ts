import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Check, connectionViewSchema } from '../backend/contract/connection.ts';
import { type Hosted, type HostedAccount, prepareHosted } from './hosted-stack.ts';

describe('connecting an account', () => {
  let hosted: Hosted;
  let account: HostedAccount;
  beforeAll(async () => {
    hosted = await prepareHosted({ accounts: 1 });
    await hosted.startBackend();
    account = [...hosted.accounts.values()][0] as HostedAccount;
    await account.connect();
  });
  afterAll(() => hosted.close());

  const look = async () => {
    const { json } = await account.adminCall({ path: '/v1/admin/connection' });
    return connectionViewSchema.parse(json);
  };
  const brokenOf = (checks: Check[]) => checks.filter(({ state }) => state === 'broken').map(({ name }) => name);

  it('is healthy but for deliveries, which come with the first ticket', async () => {
    const { state, checks, connectedBy } = await look();
    expect({ state, connectedBy, broken: brokenOf(checks) }).toEqual({
      state: 'connected',
      connectedBy: 'Ingrid Solberg',
      broken: [],
    });
  });

  it('triages the first ticket that its webhook tells of', async () => {
    const { id } = account.zendesk.createTicket({
      subject: 'Refund please',
      text: 'I was charged twice for my order.',
    } as never);
    await expect.poll(() => account.zendesk.readTicket(id).tags, { timeout: 20_000 }).toContain('ait_triaged');
  });
});
