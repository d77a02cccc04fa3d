import { createHmac } from 'node:crypto';
import { signRs256 } from '../../sandbox/zendesk/app-key.ts';
import { TEST_SECRET } from '../../sandbox/zendesk/signature.ts';
import { type Answered, ask } from './asking.ts';
import { type Delivery, deliver } from './delivery.ts';
import type { Accounts } from './token-states.ts';
import type { Backend } from './two-accounts.ts';

export type SignedCell = { name: string; expected: number; answered: Answered };
type Cells = [name: string, expected: number, answer: () => Promise<Answered>][];

const TEN_MINUTES = 600_000;
const ADMIN_OF_ACCOUNT = 200;

/** Deliveries: each but the last says that it is for the other account. */
function deliveryCells(backend: Backend, { own, other, oldSecret }: Accounts): Cells {
  const send = (over: Partial<Delivery>) => () =>
    deliver(backend, { tenantId: other.tenantId, ticketId: '7', eventId: 'e', secret: other.webhookSecret, ...over });
  // The matrix has asked for new secrets meanwhile.
  const current = own.zendesk.readWebhooks()[0]?.secret ?? '';
  const unsigned = () => ask(backend, { method: 'POST', path: `/webhooks/zendesk?tenant=${other.tenantId}`, body: {} });
  return [
    ['not signed', 401, unsigned],
    ['signed with the secret of the own account', 401, send({ secret: current })],
    ["signed with the own sidebar's secret", 401, send({ secret: own.secret })],
    ["signed with the other sidebar's secret", 401, send({ secret: other.secret })],
    ["signed with Zendesk's public test secret", 401, send({ secret: TEST_SECRET })],
    ['signed with nothing', 401, send({ secret: '' })],
    ['signed with a secret that has ended', 401, send({ secret: oldSecret })],
    ['too old', 401, send({ at: new Date(Date.now() - TEN_MINUTES) })],
    ['from the future', 401, send({ at: new Date(Date.now() + TEN_MINUTES) })],
    ["the other's, for the own account", 401, send({ tenantId: own.tenantId })],
    ['for no account that there is', 401, send({ tenantId: 'nowhere' })],
    ['for no account', 401, send({ tenantId: '' })],
    ['right, for the own account', 200, send({ tenantId: own.tenantId, secret: current })],
  ];
}

/** Where Zendesk sends an admin back to: nobody comes back into another account with what they hold. */
function callbackCells(backend: Backend, { own, other }: Accounts): Cells {
  const back = (state: string) => () =>
    ask(backend, { method: 'GET', path: `/connect/callback?${new URLSearchParams({ state, code: 'c' })}` });
  const secretOf = (state: string): string => state.split('.')[1] ?? '';
  const random = secretOf(own.state).replace(/^./, (first) => (first === 'a' ? 'b' : 'a'));
  return [
    ['no state', 400, back('')],
    ['a random state of the other', 400, back(`${other.tenantId}.${random}`)],
    ["the own state in the other's name", 400, back(`${other.tenantId}.${secretOf(own.state)}`)],
    ["the other's state in the own name", 400, back(`${own.tenantId}.${secretOf(other.state)}`)],
    ['a state of an account that is none', 400, back(`nowhere.${random}`)],
  ];
}

const host = (tenantId: string): string => `${tenantId}.zendesk.com`;

/** What the other account's page would be opened with, were it not for one thing; and the own one's as it is. */
function pageCells(backend: Backend, { own, other }: Accounts): Cells {
  const now = Math.floor(Date.now() / 1000);
  const claimsOf = ({ tenantId, zendesk }: Accounts['own']) => ({
    iss: host(tenantId),
    aud: `https://${host(tenantId)}/api/v2/apps/installations/${zendesk.installation()?.id}.json`,
    sub: `https://${host(tenantId)}/api/v2/users/${zendesk.adminId}.json`,
    ...{ iat: now, nbf: now, exp: now + 60 },
  });
  const [mine, theirs] = [claimsOf(own), claimsOf(other)];
  const open = (token: string) => () =>
    ask(backend, {
      ...{ method: 'POST', path: '/admin', body: new URLSearchParams({ token }).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const [head, , signature] = signRs256(mine).split('.');
  const confused = `${part({ alg: 'HS256' })}.${part(theirs)}`;
  const hmac = createHmac('sha256', own.zendesk.appPublicKey()).update(confused).digest('base64url');
  return [
    ['the own signature under claims of the other', 403, open(`${head}.${part(theirs)}.${signature}`)],
    ['without an algorithm', 403, open(`${part({ alg: 'none' })}.${part(theirs)}.`)],
    ["HS256 with the app's public key", 403, open(`${confused}.${hmac}`)],
    [
      "the other's installation in the own account",
      403,
      open(signRs256({ ...mine, aud: theirs.aud.replace('.json', '') })),
    ],
    ["the own installation in the other's account", 403, open(signRs256({ ...theirs, aud: mine.aud }))],
    ['expired', 403, open(signRs256({ ...theirs, iat: now - 900, exp: now - 600 }))],
    [
      'of an account by another name',
      403,
      open(signRs256({ ...theirs, iss: `${other.tenantId}.zendesk.com.evil.example` })),
    ],
    ['the session of a page', 403, open(own.session)],
    [
      'a customer of the own account',
      403,
      open(signRs256({ ...mine, sub: mine.sub.replace(/\d+\.json/, '12345.json') })),
    ],
    ['the own one as it is', ADMIN_OF_ACCOUNT, open(signRs256(mine))],
  ];
}

/** The routes that prove themselves by what they carry. */
export async function runSigned(backend: Backend, accounts: Accounts): Promise<SignedCell[]> {
  const cells: SignedCell[] = [];
  const groups = { webhook: deliveryCells, callback: callbackCells, page: pageCells };
  for (const [group, cellsOf] of Object.entries(groups))
    for (const [name, expected, answer] of cellsOf(backend, accounts))
      cells.push({ name: `${group}: ${name}`, expected, answered: await answer() });
  return cells;
}
