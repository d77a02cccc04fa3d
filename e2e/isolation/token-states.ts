import { createHmac } from 'node:crypto';
import { AGENTS } from '../../sandbox/zendesk/directory.ts';
import { sessionToken, sidebarToken, signJwt } from './asking.ts';
import type { Planted } from './plant.ts';
import type { Door } from './routes.ts';
import { ADMIN_TOKEN, PUBLIC_URL, SESSION_KEY } from './two-accounts.ts';

/** What a door does with a token: lets it in as the own account, or answers so. A door that stands nowhere answers 401. */
type Opened = 'in' | 403 | 404;
export type TokenState = {
  name: string;
  /** The whole header; null: none. */
  authorization: string | null;
  /** Which account the query names. */
  tenant?: string;
  doors?: Partial<Record<Door, Opened>>;
  /** For pages that are open to whoever Zendesk vouches for. */
  isVisitor?: true;
};
export type Accounts = { own: Planted; other: Planted; gone: { tenantId: string; secret: string }; oldSecret: string };

const HOUR = 3_600;
const bearer = (token: string): string => `Bearer ${token}`;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const claimsNow = () => {
  const iat = Math.floor(Date.now() / 1000);
  return { iat, exp: iat + 200 };
};
const unsigned = (claims: object): string => `${part({ alg: 'none' })}.${part({ ...claimsNow(), ...claims })}.`;
/** The public key, which anybody may know, taken for a shared secret. */
function confused(claims: object, pem: string): string {
  const signed = `${part({ alg: 'HS256' })}.${part({ ...claimsNow(), ...claims })}`;
  return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
}

/** Tokens that hold for the own account. */
async function valid({ own, other }: Accounts): Promise<TokenState[]> {
  const { tenantId: tenant, secret } = own;
  const agent = String(AGENTS[0]?.id);
  const admin = String(own.zendesk.adminId);
  const asAgent = bearer(await sessionToken({ tenant, role: 'agent', userId: agent }));
  const asVisitor = bearer(await sessionToken({ tenant, role: 'visitor', userId: admin }));
  const elsewhere = await sidebarToken({ tenantId: tenant, ticketId: other.ticketId, secret });
  const operator = bearer(ADMIN_TOKEN);
  const page = { session: 'in' } as const;
  return [
    {
      name: 'own session of an admin',
      authorization: bearer(own.session),
      doors: { ...page, admin: 'in', agent: 'in' },
    },
    { name: 'own sidebar', authorization: bearer(own.sidebar), doors: { sidebar: 'in' } },
    {
      name: 'operator, own account named',
      authorization: operator,
      tenant,
      doors: { admin: 'in', agent: 'in', operator: 'in' },
    },
    { name: "own sidebar beside the other's ticket", authorization: bearer(elsewhere), doors: { sidebar: 404 } },
    { name: 'own session of an agent', authorization: asAgent, doors: { ...page, admin: 403, agent: 'in' } },
    {
      name: 'own session of a visitor',
      authorization: asVisitor,
      doors: { ...page, admin: 403, agent: 403 },
      isVisitor: true,
    },
    {
      ...{ name: 'own session, the other account named', tenant: other.tenantId },
      ...{ authorization: bearer(own.session), doors: { ...page, admin: 404, agent: 404 } },
    },
    {
      ...{ name: 'own session of an agent, the other account named', tenant: other.tenantId },
      ...{ authorization: asAgent, doors: { ...page, admin: 404, agent: 404 } },
    },
    { name: 'operator, no account named', authorization: operator, doors: { admin: 404, agent: 404, operator: 'in' } },
    {
      name: 'operator, a random account',
      authorization: operator,
      tenant: 'nowhere',
      doors: { admin: 404, agent: 404, operator: 'in' },
    },
  ];
}

/** Sidebar tokens that would open the other account, were it not for one thing. */
async function forgedSidebar({ own, other, gone, oldSecret }: Accounts): Promise<[string, string][]> {
  const { tenantId, ticketId, secret } = other;
  const right = { tenantId, ticketId, secret };
  const claims = { iss: tenantId, aud: PUBLIC_URL, ticket_id: ticketId };
  const pem = other.zendesk.appPublicKey();
  return [
    ["signed by the own secret in the other's name", await sidebarToken({ ...right, secret: own.secret })],
    ['expired', await sidebarToken(right, { issuedAgo: HOUR })],
    ['too long a life', await sidebarToken(right, { life: HOUR })],
    ['made in the future', await sidebarToken(right, { issuedAgo: -HOUR })],
    ['another audience', await sidebarToken(right, { audience: 'https://elsewhere.example' })],
    ['no algorithm', unsigned(claims)],
    ['HS512', await sidebarToken(right, { algorithm: 'HS512' })],
    ["HS256 with the app's public key", confused(claims, pem)],
    ['an old secret after its end', await sidebarToken({ ...right, secret: oldSecret })],
    ['a sidebar of an account that left', await sidebarToken({ ...gone, ticketId })],
  ];
}

async function forgedSession({ other, gone }: Accounts): Promise<[string, string][]> {
  const session = { tenant: other.tenantId, role: 'admin', since: Math.floor(Date.now() / 1000), sub: '1' };
  const audience = 'ticket-triage:page';
  const sign = (signing: Partial<Parameters<typeof signJwt>[1]>) =>
    signJwt(session, { key: SESSION_KEY, audience, ...signing });
  return [
    ['a session that has expired', await sign({ issuedAgo: HOUR })],
    ['a session by another key', await sign({ key: new Uint8Array(32).fill(1) })],
    ['a session for the sidebar', await sign({ audience: PUBLIC_URL })],
    ['a session with HS512', await sign({ algorithm: 'HS512', key: new Uint8Array(64).fill(9) })],
    ['a session without an algorithm', unsigned({ ...session, aud: audience })],
    ["a session by the app's public key", confused({ ...session, aud: audience }, other.zendesk.appPublicKey())],
    ['a session signed by a sidebar secret', await sign({ key: new TextEncoder().encode(gone.secret) })],
    ['ADMIN_TOKEN with another last character', `${ADMIN_TOKEN.slice(0, -1)}x`],
    ['ADMIN_TOKEN without its last character', ADMIN_TOKEN.slice(0, -1)],
  ];
}

export async function tokenStates(accounts: Accounts): Promise<TokenState[]> {
  const forged = [...(await forgedSidebar(accounts)), ...(await forgedSession(accounts))];
  const left = bearer(await sessionToken({ tenant: accounts.gone.tenantId, role: 'admin' }));
  return [
    ...(await valid(accounts)),
    { name: 'no token', authorization: null },
    { name: 'an empty token', authorization: 'Bearer ' },
    { name: 'garbage', authorization: 'Bearer a.b.c' },
    { name: 'another scheme', authorization: `Basic ${Buffer.from(`a:${ADMIN_TOKEN}`).toString('base64')}` },
    { name: 'session of an account that left', authorization: left, doors: { admin: 404, agent: 404 } },
    ...forged.map(([name, token]) => ({ name, authorization: bearer(token), tenant: accounts.other.tenantId })),
  ];
}
