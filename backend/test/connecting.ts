import { startZendesk, type ZendeskOptions, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { createZendeskAccount } from '../adapters/helpdesk/zendesk/create-account.ts';
import { beginAuthorization, finishAuthorization } from '../connect/authorize.ts';
import { checkConnection } from '../connect/check-connection.ts';
import type { ConnectParts, ConnectTenant } from '../connect/connect-parts.ts';
import type { CheckName, ConnectionView } from '../contract/connection.ts';
import { teamsOf } from '../contract/routing-rules.ts';
import { answer } from './allow.ts';
import { memoryConnections } from './connection-store.ts';
import { aTaxonomy } from './engine.ts';
import { shippedRouting } from './routing.ts';

export const PUBLIC_URL = 'http://127.0.0.1:9';
const MARKETPLACE = { name: 'Ticket Triage', organizationId: '77', appId: '1084321' };

/** An account of the Marketplace with the app installed, which nobody has connected yet. */
export async function openConnecting(options: Partial<ZendeskOptions> = {}) {
  const seed = { tickets: [], solved: [], articles: [] };
  const zendesk = await startZendesk({ seed, marketplace: MARKETPLACE, ...options });
  const clock = { now: Date.now() };
  const seen = { lastDelivery: null as Date | null, changes: 0 };
  const store = memoryConnections(() => clock.now);
  const parts: ConnectParts = {
    store: { ...store, readLastDelivery: async () => seen.lastDelivery },
    publicUrl: PUBLIC_URL,
    readTeams: async ({ routing }) => teamsOf(routing),
    changed: () => {
      seen.changes += 1;
    },
  };
  const tenant = aConnectTenant(zendesk, parts);
  await store.openConnection(tenant.id, String(zendesk.installation()?.id ?? ''));
  return { zendesk, clock, seen, parts, tenant };
}

/** The account as a process that has just started sees it. */
export function aConnectTenant(zendesk: ZendeskSandbox, { store }: ConnectParts): ConnectTenant {
  const { subdomain: id } = zendesk;
  return {
    ...{ id, kind: 'oauth', taxonomy: aTaxonomy(), routing: shippedRouting() },
    settings: { groupOf: {} } as unknown as ConnectTenant['settings'],
    account: createZendeskAccount({
      baseUrl: zendesk.url,
      ...zendesk.globalOauth,
      kept: { tenantId: id, store },
      marketplace: MARKETPLACE,
      access: { kind: 'oauth', given: { webhook: false, sidebar: false } },
      fetch,
    }),
  };
}

export type Connecting = Awaited<ReturnType<typeof openConnecting>>;

/** Begins, has somebody answer Zendesk's question, and takes the answer. `over`: who began, who answers, another code. */
export async function connect(
  { zendesk, tenant, parts }: Connecting,
  over: { userId?: string; as?: string; code?: string } = {},
) {
  const url = await beginAuthorization(tenant, over.userId ?? null, parts);
  const back = (await answer(zendesk, url, over.as ?? 'admin')).searchParams;
  const answered = { state: back.get('state') ?? '', code: over.code ?? back.get('code') ?? '' };
  return { answered, finished: await finishAuthorization(tenant, answered, parts) };
}

export const look = ({ tenant, parts }: Pick<Connecting, 'tenant' | 'parts'>): Promise<ConnectionView> =>
  checkConnection(tenant, parts);

export const stateOf = ({ checks }: ConnectionView, wanted: CheckName) => {
  const found = checks.find(({ name }) => name === wanted);
  if (!found) throw new Error(`${wanted} was not looked at`);
  const { name: _, ...looked } = found;
  return looked;
};

/** The checks that are not ok, by name. */
export const notOk = ({ checks }: ConnectionView): CheckName[] =>
  checks.filter(({ state }) => state !== 'ok').map(({ name }) => name);

export async function stored({ parts, tenant }: Pick<Connecting, 'tenant' | 'parts'>) {
  const connection = await parts.store.readConnection(tenant.id);
  if (!connection) throw new Error('There is no connection');
  return connection;
}
