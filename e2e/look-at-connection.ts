import { expect } from 'vitest';
import { type CheckName, type ConnectionView, connectionViewSchema } from '../backend/contract/connection.ts';
import type { Hosted, HostedAccount } from './hosted-stack.ts';

export const CHARGED = {
  subject: 'Refund please',
  text: 'I was charged twice for my order. Please refund one payment.',
};
export const CONNECTION = '/v1/admin/connection';

const viewed = (json: unknown): ConnectionView => connectionViewSchema.parse(json);
export const look = async (account: HostedAccount) => viewed((await account.adminCall({ path: CONNECTION })).json);
export const repair = async (account: HostedAccount, check: CheckName) =>
  viewed((await account.adminCall({ path: `${CONNECTION}/repair`, body: { check } })).json);
export const notOk = ({ checks }: ConnectionView) =>
  checks.filter(({ state, name }) => state !== 'ok' && name !== 'deliveries').map(({ name }) => name);
export const checked = ({ checks }: ConnectionView, wanted: CheckName) => checks.find(({ name }) => name === wanted);

export function only({ accounts }: Hosted): HostedAccount {
  const [account] = accounts.values();
  if (!account) throw new Error('No account');
  return account;
}

export async function seesTriaged({ zendesk }: HostedAccount): Promise<ReturnType<typeof zendesk.readTicket>> {
  const { id } = zendesk.createTicket(CHARGED);
  await expect.poll(() => zendesk.readTicket(id).tags, { timeout: 20_000 }).toContain('ait_triaged');
  return zendesk.readTicket(id);
}
