import { parseJson } from './json.ts';
import type { Seed } from './seed-shape.ts';
import { startZendesk, type ZendeskOptions, type ZendeskSandbox } from './start.ts';

const SOLVED = {
  language: 'en',
  channel: 'web',
  requester: { name: 'Old Customer', email: 'old@customer.example', locale: 'en-US' },
  question: 'How do I export?',
  response: 'Under Settings.',
  resolution: 'Explained the export page',
  resolutionHours: 5,
  tags: ['export'],
};

export const SMALL_SEED: Seed = {
  tickets: [
    {
      subject: 'Charged twice',
      channel: 'email',
      language: 'en',
      tier: 'team',
      requester: { name: 'Ada Brook', email: 'ada@brook.example', locale: 'en-US' },
      organization: 'Brook Studio',
      priority: null,
      tags: ['vip'],
      minutesAgo: 30,
      comments: [
        { author: 'requester', public: true, text: 'Two charges <this> month\n\nPlease help', minutesAgo: 30 },
      ],
      expected: { category: 'billing' },
    },
  ],
  solved: [
    {
      ...SOLVED,
      subject: 'Export',
      category: 'technical',
      urgency: 'P3',
      group: 'tech_support',
      satisfaction: 'good',
      gold: true,
      solvedDaysAgo: 3,
    },
    {
      ...SOLVED,
      subject: 'Old one',
      category: 'billing',
      urgency: 'P4',
      group: 'billing_support',
      satisfaction: 'bad',
      gold: false,
      solvedDaysAgo: 300,
    },
  ],
  articles: [
    {
      key: 'refunds',
      locale: 'en-us',
      section: 'Billing',
      title: 'Refunds',
      html: '<p>Money back</p>',
      updatedDaysAgo: 9,
    },
    {
      key: 'refunds',
      locale: 'de',
      section: 'Billing',
      title: 'Erstattung',
      html: '<p>Geld zurück</p>',
      updatedDaysAgo: 9,
    },
  ],
};

export type Reply<T> = { status: number; headers: Headers; body: T };
type Client = <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply<T>>;

/** A started sandbox and a client with a token for it; `await using` closes it. */
export async function openZendesk(options: Partial<ZendeskOptions> & { scope?: string } = {}) {
  const { scope = 'read write', ...rest } = options;
  const zendesk = await startZendesk({ seed: SMALL_SEED, ...rest });
  const anonymous = clientOf(zendesk.url, {});
  const api = clientOf(zendesk.url, { authorization: `Bearer ${await fetchToken(zendesk, scope)}` });
  const agent = clientOf(zendesk.url, { cookie: await signIn(zendesk) });
  const admin = clientOf(zendesk.url, { cookie: await signIn(zendesk, 'admin') });
  return { zendesk, api, agent, admin, anonymous, [Symbol.asyncDispose]: () => zendesk.close() };
}

export function clientOf(url: string, own: Record<string, string>): Client {
  return async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const payload = body === undefined ? null : JSON.stringify(body);
    const response = await fetch(url + path, {
      method,
      headers: { ...json, ...own, ...headers },
      body: payload,
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (parseJson(text) ?? text) as T };
  };
}

export async function fetchToken({ url, oauth }: ZendeskSandbox, scope: string): Promise<string> {
  const grant = {
    grant_type: 'client_credentials',
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    scope,
  };
  const { body } = await clientOf(url, {})<{ access_token: string }>('POST', '/oauth/tokens', grant);
  return body.access_token;
}

/** The cookie of the first agent, or of whom `as` names: `admin`, a first name or an id. */
export async function signIn({ url }: Pick<ZendeskSandbox, 'url'>, as?: string): Promise<string> {
  const page = await fetch(`${url}/agent/tickets/1001${as === undefined ? '' : `?as=${as}`}`);
  return page.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Answers the consent page at an authorize URL as a person does, and gives the address that they are sent back to. */
export async function answerConsent(authorizeUrl: string, cookie: string, answer: 'allow' | 'deny' = 'allow') {
  const page = await fetch(authorizeUrl, { headers: { cookie } });
  if (!page.ok) throw new Error(`The consent page answered ${page.status}: ${await page.text()}`);
  const { origin, searchParams } = new URL(authorizeUrl);
  const body = new URLSearchParams([...searchParams, ['answer', answer]]);
  const headers = { cookie, origin };
  const response = await fetch(`${origin}/oauth/authorizations`, { method: 'POST', headers, body, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '');
}

/** A clock that a test moves by hand. */
export function createClock(start = '2026-03-02T09:00:00.400Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    pass(ms: number): void {
      at += ms;
    },
  };
}
