import { SignJWT } from 'jose';
import { vi } from 'vitest';
import { answer } from '../backend/test/allow.ts';
import { signRs256 } from '../sandbox/zendesk/app-key.ts';
import { startBackendProcess } from './backend-process.ts';
import { type CanaryRun, EMAIL } from './canary-stack.ts';
import { ECHOES, type Exchange } from './echo-proxy.ts';
import type { HostedAccount } from './hosted-stack.ts';

const TICKETS = 5;
const PATIENT = { timeout: 40_000, interval: 100 };
/** What came of driving it: everything it wrote, everything it answered, and the secrets that came to be on the way. */
export type CanaryTrace = { output: string; answers: string[]; secrets: Record<string, string> };

type Asked = { method?: string; body?: string; headers?: Record<string, string>; token?: string };
type Ask = (path: string, asked?: Asked) => Promise<void>;

const toldBy = async (response: Response): Promise<string> =>
  [response.status, JSON.stringify([...response.headers]), await response.text()].join('\n');

async function signSidebar({ sidebarSecret, subdomain }: HostedAccount, audience: string, secret = sidebarSecret()) {
  const now = Math.floor(Date.now() / 1000);
  const claims = new SignJWT({ ticket_id: '1' }).setProtectedHeader({ alg: 'HS256' }).setIssuer(subdomain);
  const dated = claims
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + 300);
  return dated.sign(new TextEncoder().encode(secret));
}

/** As Zendesk signs it, but that it has ended. */
function endedZafToken({ subdomain, zendesk }: HostedAccount): string {
  const [api, iat] = [`https://${subdomain}.zendesk.com/api/v2`, Math.floor(Date.now() / 1000) - 3_600];
  const installation = `${api}/apps/installations/${zendesk.installation()?.id}.json`;
  const sub = `${api}/users/${zendesk.adminId}.json`;
  return signRs256({ iss: `${subdomain}.zendesk.com`, aud: installation, sub, iat, exp: iat + 60 });
}

/** An admin allows us again and again, and what Zendesk gives for it is never tokens; then it is. */
async function connect({ account, helpdesk, hosted, configured }: CanaryRun, answers: string[]): Promise<string[]> {
  const states: string[] = [];
  for (const echo of ECHOES) {
    const begun = await account.adminCall({
      ...{ method: 'POST', path: `/v1/admin/connection/authorization?tenant=${account.subdomain}` },
      token: configured.ADMIN_TOKEN,
    });
    const { url } = begun.json as { url: string };
    states.push(new URL(url).searchParams.get('state') ?? '');
    const back = await answer(account.zendesk, url);
    helpdesk.add({ echo, path: /^\/oauth\/tokens/, times: 1 });
    answers.push(await toldBy(await fetch(back)));
    answers.push(await toldBy(await fetch(`${hosted.backendUrl}/connect/callback${back.search}`)));
  }
  await account.connect();
  return states;
}

/** Zendesk refuses, breaks and repeats what it is asked, with each of our calls and with a refresh. */
async function askUnderFaults({ helpdesk }: CanaryRun, session: string, ask: Ask): Promise<void> {
  helpdesk.add({ echo: '500', path: /^\/oauth\/tokens/, times: 1 });
  const page = { method: 'POST', token: session };
  for (const echo of ['401', '403', 'text', 'json'] as const) {
    helpdesk.add({ echo, path: /^\/api\// });
    await ask('/v1/session', page);
    await ask('/v1/admin/connection', { token: session });
    await ask('/v1/admin/connection/repair', { ...page, body: '{"check":"webhook"}' });
    await ask('/v1/admin/connection/secret', page);
    helpdesk.clear();
  }
  for (const echo of ['500', 'half', 'moved'] as const) helpdesk.add({ echo, path: /^\/api\//, times: 3 });
  await Promise.all([1, 2, 3].map(() => ask('/v1/session', page)));
  helpdesk.clear();
}

/** Somebody pastes a secret where another thing belongs. */
async function misuse(secret: string, session: string, ask: Ask): Promise<void> {
  const [post, put] = [
    { method: 'POST', token: session },
    { method: 'PUT', token: session },
  ];
  const named = encodeURIComponent(secret);
  await Promise.all([
    ask('/v1/admin/usage', { token: `${secret}x` }),
    ask('/v1/settings', { token: secret.slice(1) }),
    ask(`/v1/admin/usage?tenant=${named}`, { token: session }),
    ask(`/v1/admin/usage?since=${named}`, { token: session }),
    ask(`/v1/admin/decisions/${named}`, { token: session }),
    ask(`/v1/admin/erasures/${named}`, { token: session }),
    ask(`/${named}`),
    ask(`/connect/callback?state=${named}&code=${named}&error_description=${named}`),
    ask('/v1/admin/connection/repair', { ...post, body: JSON.stringify({ check: secret }) }),
    ask('/v1/admin/removal', { ...post, body: JSON.stringify({ tenant: secret }) }),
    ask('/v1/admin/erasures', { ...post, body: JSON.stringify({ email: secret }) }),
    ask('/v1/admin/settings', { ...put, body: JSON.stringify({ [secret]: secret, mode: secret }) }),
    ask('/v1/admin/settings', { ...put, body: `{"mode": "${secret}` }),
    ask('/v1/admin/imports', { ...post, body: `${secret}\n"${secret}` }),
    ask('/admin', { method: 'POST', body: `token=${named}` }),
    ask(`/webhooks/zendesk?tenant=${named}`, {
      method: 'POST',
      body: JSON.stringify({ ticket_id: secret }),
      headers: { 'x-zendesk-webhook-signature': secret, 'x-zendesk-webhook-signature-timestamp': secret },
    }),
  ]);
}

const LOOKS = [
  'connection',
  'settings',
  'audit',
  'imports',
  'dead-letters',
  'usage',
  'trust',
  'routing-rules',
  'model',
];

/** What an admin and the operator may see. */
async function lookAround(session: string, adminToken: string, ask: Ask): Promise<void> {
  for (const page of LOOKS) await ask(`/v1/admin/${page}`, { token: session });
  for (const path of ['/metrics', '/openapi.json', '/readyz', '/v1/feedback']) await ask(path, { token: adminToken });
}

/** Tickets full of secrets, triaged while the models, the vectors and the write-back fail in every way. */
async function triage({ account, model, vectors, helpdesk, customers }: CanaryRun, output: () => string) {
  for (const echo of ECHOES) {
    model.add({ echo, times: 2 });
    vectors.add({ echo, path: /query/, times: 1 });
  }
  helpdesk.add({ echo: '500', method: 'PUT', path: /^\/api\/v2\/tickets\//, times: 1 });
  const requester = { name: 'Ada Quill', email: EMAIL };
  const ids = Array.from({ length: TICKETS }, (_, number) => {
    const text = `${customers.text}\nIt is invoice ${number} again.`;
    return account.zendesk.createTicket({ subject: `Payment ${number}`, text, requester }).id;
  });
  const isDone = (id: number) => account.zendesk.readTicket(id).tags.includes('ait_triaged');
  // The one whose write-back failed comes again long after this.
  const isPutOff = () => output().includes('put_off:server_error');
  await vi.waitFor(() => {
    const left = ids.filter((id) => !isDone(id));
    if (left.length > 1 || !isPutOff()) throw new Error(`${left.length} are not triaged: ${output().slice(-2_000)}`);
  }, PATIENT);
}

const fieldsOf = (text: string): Record<string, unknown> => {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
};

/** What Zendesk and we told each other in confidence, under names that say how often. */
export function secretsExchanged(exchanges: readonly Exchange[]): Record<string, string> {
  const found = new Map<string, string>();
  const note = (name: string, value: unknown): void => {
    if (typeof value === 'string' && ![...found.values()].includes(value)) found.set(`${name} ${found.size}`, value);
  };
  for (const { path, asked, answer: answered } of exchanges) {
    const [sent, given] = [fieldsOf(asked), fieldsOf(answered)];
    if (path.startsWith('/oauth/tokens')) {
      for (const name of ['client_secret', 'code', 'code_verifier', 'refresh_token']) note(name, sent[name]);
      for (const name of ['access_token', 'refresh_token']) note(name, given[name]);
    }
    const settings = Object(sent.settings) as Record<string, unknown>;
    note('sidebar secret', settings.shared_secret);
    note('webhook secret', (Object(given.signing_secret) as Record<string, unknown>).secret);
  }
  return Object.fromEntries(found);
}

/** Drives the backend from its first start to its end, through everything that holds a secret and every way that it fails. */
export async function driveCanaries(run: CanaryRun): Promise<CanaryTrace> {
  const { hosted, account, vectors, helpdesk, configured } = run;
  const answers: string[] = [];
  let output = '';
  const backend = startBackendProcess(hosted.environment, {
    onOutput: (text) => {
      output += text;
    },
  });
  const ask: Ask = async (path, { method = 'GET', token, body, headers = {} } = {}) => {
    const type = path === '/admin' ? 'application/x-www-form-urlencoded' : 'application/json';
    const response = await fetch(hosted.backendUrl + path, {
      method,
      headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body }),
    });
    // Who renews a session is given one.
    if (path !== '/v1/session' || response.status !== 200) answers.push(await toldBy(response));
  };
  try {
    await backend.ready;
    const states = await connect(run, answers);
    const { token: session } = await account.openPage();
    const sidebar = await signSidebar(account, hosted.backendUrl);
    await account.adminCall({ method: 'POST', path: '/v1/admin/connection/secret', token: session });
    await vi.waitFor(() => {
      if (!vectors.exchanges.some(({ path, status }) => path.includes('/upsert') && status < 300))
        throw new Error(`Nothing was imported: ${output.slice(-2_000)}`);
    }, PATIENT);
    await triage(run, () => output);
    await askUnderFaults(run, session, ask);
    await lookAround(session, configured.ADMIN_TOKEN, ask);
    const zaf = endedZafToken(account);
    const mistyped = 'Bearer-of-somebody-who-mistyped-it';
    for (const secret of [configured.ADMIN_TOKEN, account.sidebarSecret(), session, sidebar, zaf, mistyped])
      await misuse(secret, session, ask);
    const own = {
      'a state': states[0] ?? '',
      'a page session': session,
      'a sidebar token': sidebar,
      'a ZAF token': zaf,
    };
    await backend.end('SIGTERM');
    const exchanged = secretsExchanged(helpdesk.exchanges);
    return { output, answers, secrets: { ...own, 'a mistyped token': mistyped, ...exchanged } };
  } catch (error) {
    await backend.end('SIGKILL');
    throw error;
  }
}
