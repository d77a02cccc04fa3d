import { SignJWT } from 'jose';
import { type Session, sessionSchema } from '../backend/contract/session.ts';
import type { Running } from '../backend/start.ts';
import { freePort } from '../backend/test/free-port.ts';
import { hostedOf } from '../sandbox/connect-backend.ts';
import { startZendesk, type ZendeskOptions, type ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { prepareBackend } from './prepare-backend.ts';

type Asked = { method?: string; path: string; body?: unknown; token?: string };
export type Answer = { status: number; json: unknown; text: string; headers: Headers };

export type HostedAccount = {
  subdomain: string;
  zendesk: ZendeskSandbox;
  /** Opens our page as Zendesk does, in the session of that person; gives back the page's session. */
  openPage(as?: 'admin' | 'agent'): Promise<Session>;
  /** What an admin does: opens the page, connects, allows. */
  connect(): Promise<void>;
  /** What the installation's proxy signs the sidebar's tokens with now. */
  sidebarSecret(): string;
  /** As the page of an admin, unless another token is given. */
  adminCall(asked: Asked): Promise<Answer>;
  /** As the sidebar beside this ticket. */
  sidebarCall(asked: Asked & { ticketId: string }): Promise<Answer>;
};

export type Hosted = {
  backendUrl: string;
  adminToken: string;
  environment: Record<string, string>;
  accounts: ReadonlyMap<string, HostedAccount>;
  startBackend(): Promise<Running>;
  close(): Promise<void>;
};

const MINUTES_5 = 300;

/** Posts Zendesk's form, as the workspace does for a signed location, and reads what the page starts with. */
async function openPage(zendesk: ZendeskSandbox, backendUrl: string, as: 'admin' | 'agent'): Promise<Session> {
  const page = await fetch(`${zendesk.url}/agent/${as === 'admin' ? '?as=admin' : ''}`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const asked = await fetch(`${zendesk.url}/sandbox/app-token`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ location: 'nav_bar' }),
  });
  const { token } = (await asked.json()) as { token: string };
  const opened = await fetch(`${backendUrl}/admin?origin=${zendesk.url}&app_guid=g`, {
    method: 'POST',
    body: new URLSearchParams({ token }),
  });
  const html = await opened.text();
  const content = /<meta name="triage-session" content="([^"]*)"/.exec(html)?.[1];
  if (opened.status !== 200 || !content) throw new Error(`The page answered ${opened.status}: ${html.slice(0, 300)}`);
  return sessionSchema.parse(JSON.parse(content.replaceAll('&quot;', '"').replaceAll('&amp;', '&')));
}

/** Allows what Zendesk asks at this address, as the signed-in admin does, and follows it back to the backend. */
async function allow(zendesk: ZendeskSandbox, authorizeUrl: string): Promise<Response> {
  const page = await fetch(`${zendesk.url}/agent/?as=admin`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const allowed = await fetch(`${zendesk.url}/oauth/authorizations`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams([...new URL(authorizeUrl).searchParams, ['answer', 'allow']]),
    redirect: 'manual',
  });
  return fetch(allowed.headers.get('location') ?? '');
}

async function call(backendUrl: string, { method, path, body, token }: Asked): Promise<Answer> {
  const answer = await fetch(backendUrl + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // A page, or nothing.
  }
  return { status: answer.status, json, text, headers: answer.headers };
}

function accountOver(zendesk: ZendeskSandbox, backendUrl: string): HostedAccount {
  const { subdomain } = zendesk;
  let session: Session | null = null;
  const sidebarSecret = () => String(zendesk.installation()?.settings.shared_secret ?? '');
  const account: HostedAccount = {
    subdomain,
    zendesk,
    sidebarSecret,
    openPage: (as = 'admin') => openPage(zendesk, backendUrl, as),
    async connect() {
      const { token } = await account.openPage();
      const path = '/v1/admin/connection/authorization';
      const { json, text } = await call(backendUrl, { method: 'POST', path, token });
      const { url } = json as { url?: string };
      if (!url) throw new Error(`No authorisation: ${text}`);
      const back = await allow(zendesk, url);
      if (back.status !== 200) throw new Error(`The account could not be connected: ${await back.text()}`);
      session = await account.openPage();
    },
    async adminCall(asked) {
      session ??= await account.openPage();
      return call(backendUrl, { token: session.token, ...asked });
    },
    async sidebarCall({ ticketId, ...asked }) {
      const now = Math.floor(Date.now() / 1000);
      const token = await new SignJWT({ ticket_id: ticketId })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(subdomain)
        .setAudience(backendUrl)
        .setSubject('9')
        .setIssuedAt(now)
        .setExpirationTime(now + MINUTES_5)
        .sign(new TextEncoder().encode(sidebarSecret()));
      return call(backendUrl, { token, ...asked });
    },
  };
  return account;
}

export type HostedOptions = {
  environment?: Record<string, string>;
  /** How many accounts there are, and how each begins. */
  accounts?: number;
  zendesk?: Partial<ZendeskOptions>;
  firstStart?: boolean;
};

/**
 * Accounts that have the app installed, and a backend that serves whichever connects. An account is called after its port,
 * so that one address with a gap in it names them all.
 */
export async function prepareHosted(options: HostedOptions = {}): Promise<Hosted> {
  const prepared = await prepareBackend(options);
  const { backendUrl, adminToken } = prepared;
  const accounts = new Map<string, HostedAccount>();
  for (let count = 0; count < (options.accounts ?? 2); count += 1) {
    const zendeskPort = await freePort();
    const zendesk = await startZendesk({
      appDir: 'dist',
      seed: { tickets: [], solved: [], articles: [] },
      port: zendeskPort,
      subdomain: String(zendeskPort),
      settings: { backend_url: backendUrl },
      ...options.zendesk,
    });
    accounts.set(zendesk.subdomain, accountOver(zendesk, backendUrl));
  }
  const [first] = accounts.values();
  if (!first) throw new RangeError('At least one account');
  const environment: Record<string, string> = {
    ...hostedOf(first.zendesk),
    ZENDESK_URL: first.zendesk.url.replace(first.subdomain, '{subdomain}'),
    ...prepared.settings,
    ...options.environment,
  };
  return {
    backendUrl,
    adminToken,
    environment,
    accounts,
    startBackend: () => prepared.start(environment),
    async close() {
      await prepared.close();
      for (const { zendesk } of accounts.values()) await zendesk.close();
    },
  };
}
