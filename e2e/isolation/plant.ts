import { randomUUID } from 'node:crypto';
import type { RoutingRules } from '../../backend/contract/routing-rules.ts';
import type { TenantSettings } from '../../backend/contract/tenant-settings.ts';
import { actFor } from '../../backend/ports/acting-for.ts';
import type { Connection } from '../../backend/ports/connection.ts';
import { answer } from '../../backend/test/allow.ts';
import type { ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { openAgentSession } from '../agent-session.ts';
import { type Asked, ask, feedbackOf, readJson, sessionToken, sidebarToken } from './asking.ts';
import { deliver } from './delivery.ts';
import type { Calls, Mark } from './mark.ts';
import { plantRest } from './plant-rest.ts';
import type { Rig } from './two-accounts.ts';

type Snapshot = { ticket: Record<string, unknown>; comments: unknown; users: unknown };
/** What a request can name. */
export type Ids = {
  tenantId: string;
  ticketId: string;
  triageId: string;
  importId: string;
  itemId: string;
  /** Of an import that waits. */
  uploadId: string;
  undoId: string;
  erasureId: string;
  letterId: string;
  spareLetterId: string;
  settingsVersion: number;
  routingVersion: number;
  snapshot: Snapshot;
};
export type Planted = Awaited<ReturnType<typeof plant>>;

async function connect({ backend }: Rig, zendesk: ZendeskSandbox, calls: Calls): Promise<string> {
  const open = async () => new URL((await calls.post<{ url: string }>('/v1/admin/connection/authorization')).url);
  const back = await answer(zendesk, (await open()).href);
  const connected = await ask(backend, { method: 'GET', path: back.pathname + back.search });
  if (connected.status !== 200) throw new Error(connected.text);
  // One that nobody has answered yet.
  return (await open()).searchParams.get('state') ?? '';
}

type View<Value> = { version: number } & Value;

/** Settings and rules of its own, whose notes and teams bear the mark; of each so many versions. Gives back the newest. */
async function decide({ word, versions }: Mark, { call }: Calls) {
  const [path, at] = ['/v1/admin/settings', '/v1/admin/routing'];
  let settingsVersion = 0;
  let routingVersion = 0;
  for (let count = 1; count <= versions; count += 1) {
    const read = await call<View<{ settings: TenantSettings }>>({ method: 'GET', path });
    const settings = { ...read.settings, reviewBelow: count / 100 };
    const saved = { settings, basedOn: read.version, note: `for ${word}` };
    settingsVersion = (await call<View<object>>({ method: 'PUT', path, body: saved })).version;
    const routing = await call<View<{ rules: RoutingRules }>>({ method: 'GET', path: at });
    const general = { ...routing.rules.categories.general, team: `team_${word}_${count}` };
    const rules = { ...routing.rules, categories: { ...routing.rules.categories, general } };
    const body = { rules, basedOn: routing.version, note: `by ${word}` };
    routingVersion = (await call<View<object>>({ method: 'PUT', path: at, body })).version;
  }
  await call({ method: 'PUT', path: '/v1/admin/trust', body: { field: 'category', target: 0.9 } });
  return { settingsVersion, routingVersion };
}

const PANEL = 'Please open the panel on the left, press the round switch twice and wait until the green light is on.';
const INVOICE = 'Your invoices are under Account; older ones can be asked for by writing to our billing department.';
/** Two solved tickets that say the same, so that one is a copy of the other. */
const fileOf = ({ word, digits }: Mark): string =>
  [1, 2, 3]
    .map((id) => ({
      ...{
        id: `${digits}${id}`,
        subject: `About ${word}`,
        question: `Where do I find the ${word} switch of my panel?`,
      },
      answer: `${id < 3 ? PANEL : INVOICE} It bears the word ${word}, which nobody can overlook.`,
      ...{ category: 'billing', resolved_at: '2026-03-01' },
    }))
    .map((row) => JSON.stringify(row))
    .join('\n');

async function importFile({ backend }: Rig, tenantId: string, mark: Mark, { post }: Calls) {
  const path = '/v1/admin/imports?source=file&format=jsonl';
  const { id: runId } = await post<{ id: string }>(path, fileOf(mark));
  await backend.run('import-knowledge', { tenantId, runId });
  await backend.run('index-knowledge', { tenantId });
  const { id: uploadId } = await post<{ id: string }>(`${path}&dryRun=true`, fileOf(mark));
  return { importId: runId, uploadId, itemId: `ticket:${mark.digits}1` };
}

async function writeTicket({ backend }: Rig, zendesk: ZendeskSandbox, { word }: Mark): Promise<string> {
  const text = `I was charged twice for the ${word} plan this month. Please refund the second ${word} payment.`;
  const requester = { name: `Perpetua ${word}`, email: `post@${word}.example` };
  const ticketId = String(zendesk.createTicket({ subject: `Double charge of ${word}`, text, requester }).id);
  await backend.run('triage-ticket', { tenantId: zendesk.subdomain, ticketId });
  return ticketId;
}

/** A ticket as the agent's own session reads it. */
async function readSnapshot(zendesk: ZendeskSandbox, ticketId: string): Promise<Snapshot> {
  const cookie = await openAgentSession(zendesk);
  const get = async (path: string) => (await fetch(zendesk.url + path, { headers: { cookie } })).json();
  const at = `/api/v2/tickets/${ticketId}`;
  const [{ ticket }, read] = await Promise.all([get(`${at}.json`), get(`${at}/comments.json?include=users`)]);
  return { ticket, comments: read.comments, users: read.users };
}

/** What no account has ever had. */
export const randomIds = ({ snapshot, tenantId }: Ids): Ids => ({
  ...{ tenantId: `no-${tenantId}`, ticketId: '99999999', itemId: 'ticket:99999999' },
  snapshot: { ...snapshot, ticket: { ...snapshot.ticket, id: 99_999_999 } },
  ...{ triageId: randomUUID(), importId: randomUUID(), undoId: randomUUID(), erasureId: randomUUID() },
  uploadId: randomUUID(),
  ...{ letterId: randomUUID(), spareLetterId: randomUUID(), settingsVersion: 999, routingVersion: 999 },
});

async function readOwn({ store }: Rig, tenantId: string, ticketId: string) {
  return actFor(tenantId, async () => {
    const [connection, last, embedderId] = await Promise.all([
      store.readConnection(tenantId),
      store.readLastTriage(tenantId, ticketId),
      store.readServing(tenantId),
    ]);
    if (!connection || !last?.reading || !embedderId) throw new Error('The account was not planted');
    return { connection, triageId: last.triage.id, contentHash: last.contentHash, embedderId };
  });
}

const secretsOf = ({ tokens, webhook, sidebarSecrets }: Connection): string[] =>
  [
    tokens?.accessToken,
    tokens?.refreshToken,
    ...(webhook?.secrets ?? []),
    ...sidebarSecrets.map(({ secret }) => secret),
  ].filter((secret) => secret !== undefined && secret !== null);

/** Puts an account to use as its people would, each part of the product once. */
export async function plant(rig: Rig, zendesk: ZendeskSandbox, mark: Mark) {
  const { subdomain: tenantId } = zendesk;
  const { backend, store } = rig;
  await actFor(tenantId, () => store.openConnection(tenantId, String(zendesk.installation()?.id ?? '')));
  const session = await sessionToken({ tenant: tenantId, role: 'admin', userId: String(zendesk.adminId) });
  const call = async <T>(asked: Asked) => readJson<T>(await ask(backend, { token: session, ...asked }));
  const calls: Calls = { call, post: (path, body = {}) => call({ method: 'POST', path, body }) };
  const state = await connect(rig, zendesk, calls);
  const versions = await decide(mark, calls);
  const imported = await importFile(rig, tenantId, mark, calls);
  const ticketId = await writeTicket(rig, zendesk, mark);
  const { connection, triageId, contentHash, embedderId } = await readOwn(rig, tenantId, ticketId);
  const [secret = ''] = connection.sidebarSecrets.map((one) => one.secret);
  const sidebar = await sidebarToken({ tenantId, ticketId, secret });
  const agentId = `${mark.digits}77`;
  await call({ method: 'POST', path: `/v1/triages/${triageId}/feedback`, token: sidebar, body: feedbackOf(agentId) });
  const webhookSecret = connection.webhook?.secrets[0] ?? '';
  await deliver(backend, { tenantId, ticketId, secret: webhookSecret, eventId: `event-${mark.word}` });
  const rest = await plantRest(rig, { tenantId, ticketId, triageId, mark }, calls);
  const snapshot = await readSnapshot(zendesk, ticketId);
  const ids: Ids = { tenantId, ticketId, triageId, snapshot, ...imported, ...rest, ...versions };
  return {
    ...{ tenantId, zendesk, ticketId, contentHash, state, secret, webhookSecret, agentId, session, sidebar, ids },
    ...{ word: mark.word, embedderId, accessToken: connection.tokens?.accessToken ?? '' },
    /** Whatever stands in an answer and is one of these has come from here. */
    canaries: [
      mark.word,
      mark.digits,
      state,
      triageId,
      imported.importId,
      imported.uploadId,
      ...Object.values(rest),
      ...secretsOf(connection),
    ],
  };
}
