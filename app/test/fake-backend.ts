import type { z } from 'zod';
import { pageApi as routes } from '../../backend/contract/page-api.ts';
import type { ProblemCode } from '../../backend/contract/problem.ts';
import type { Role, Session } from '../../backend/contract/session.ts';
import type { SettingsView } from '../../backend/contract/tenant-settings.ts';
import type { OutputOf, RouteName } from '../overview/api/routes.ts';
import { aConnection, anEntry, someSettings, someTrust, someUsage } from './an-account.ts';
import { overviewAnswers } from './an-overview.ts';
import { leadAnswers } from './lead-samples.ts';

export type Call = { name: RouteName; id: string; query: Record<string, unknown>; body: unknown; token: string };
type Answers = { [N in RouteName]?: (call: Call) => OutputOf<N> | Refusal };

/** An answer that is not 2xx. */
export class Refusal {
  readonly status: number;
  readonly code: ProblemCode;
  readonly message: string;
  constructor(status: number, code: ProblemCode, message: string) {
    this.status = status;
    this.code = code;
    this.message = message;
  }
}

const HOUR_MS = 3_600_000;
export const aSession = (role: Role, token: string, ms = HOUR_MS): Session => ({
  token,
  expiresAt: new Date(Date.now() + ms).toISOString(),
  tenant: 'acme',
  userId: '5',
  role,
});

/** The backend as the contract describes it: what it is asked and what it answers are both checked by its schemas. */
export class FakeBackend {
  readonly calls: Call[] = [];
  /** What it answers to a route, in place of what it would. */
  readonly answers: Answers = {};
  role: Role = 'admin';
  connection = aConnection();
  versions: SettingsView[] = [
    {
      version: 7,
      savedBy: 'Ada',
      savedAt: '2026-03-02T10:00:00.000Z',
      note: null,
      settings: someSettings(),
      hasModel: true,
    },
  ];
  /** What an answer waits for. */
  until: (name: RouteName) => Promise<void> = async () => {};
  /** Tokens that it takes; null: any. */
  token: string | null = null;

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const call = asCall(String(input), init);
    this.calls.push(call);
    const known = this.token === null || call.token === this.token;
    await this.until(call.name);
    const answer = known ? this.#answer(call) : new Refusal(401, 'unauthorized', 'The session is over.');
    if (answer instanceof Refusal) {
      const { status, code, message } = answer;
      return Response.json({ error: { code, message, requestId: 'req-1' } }, { status });
    }
    return Response.json(routes[call.name].response.parse(answer));
  };

  called(name: RouteName): Call[] {
    return this.calls.filter((call) => call.name === name);
  }

  #answer(call: Call): unknown {
    const special = this.answers[call.name] as ((call: Call) => unknown) | undefined;
    const usual = this.#usual[call.name] as ((call: Call) => unknown) | undefined;
    const answer = special ?? usual;
    if (!answer) throw new Error(`Nobody said what ${call.name} answers`);
    return answer(call);
  }

  readonly #usual: Answers = {
    ...overviewAnswers,
    ...leadAnswers,
    renewSession: () => {
      this.token &&= `${this.token}+`;
      return aSession(this.role, this.token ?? 'renewed');
    },
    readConnection: () => this.connection,
    startAuthorization: () => ({ url: 'https://acme.zendesk.com/oauth/authorizations/new?state=s' }),
    repairConnection: () => {
      this.connection = aConnection();
      return this.connection;
    },
    rotateSecret: () => this.connection,
    disconnect: () => ({ disconnected: true }),
    removeTenant: () => ({ started: true }),
    readTenantSettings: () => this.inForce,
    listTenantSettings: () => ({ versions: [...this.versions].reverse() }),
    changeTenantSettings: ({ body }) => {
      const { settings, basedOn, note } = body as { settings: SettingsView['settings']; basedOn: number; note: string };
      if (basedOn !== this.inForce.version) return new Refusal(409, 'conflict', 'It is not in force any more.');
      return this.save(settings, 'Ada', note);
    },
    revertTenantSettings: ({ body }) => {
      const { version } = body as { version: number };
      const old = this.versions.find((each) => each.version === version);
      return old ? this.save(old.settings, 'Ada', null) : new Refusal(404, 'not_found', 'There is no such version.');
    },
    readTrust: someTrust,
    changeTrust: someTrust,
    readUsage: someUsage,
    readAudit: () => ({ entries: [anEntry(2), anEntry(1)], next: null, intact: true, brokenAt: null }),
    readRouting: () => ({
      version: 3,
      savedBy: 'admin',
      savedAt: '2026-03-02T10:00:00.000Z',
      note: null,
      hash: 'h',
      rules: { rules: [{ id: 'vip-billing', when: { category: ['billing'] }, set: {} }] },
    }),
  };

  get inForce(): SettingsView {
    const newest = this.versions.at(-1);
    if (!newest) throw new Error('There are no settings');
    return newest;
  }

  save(settings: SettingsView['settings'], savedBy: string, note: string | null): SettingsView {
    const saved = { ...this.inForce, version: this.inForce.version + 1, savedBy, note, settings };
    this.versions = [...this.versions, saved];
    return saved;
  }
}

function asCall(url: string, init: RequestInit = {}): Call {
  const { pathname, searchParams } = new URL(url, 'https://triage.example.com');
  const method = init.method?.toLowerCase();
  const found = Object.entries(routes).flatMap(([name, route]) => {
    const fits = new RegExp(`^${route.path.replace('{id}', '([^/]+)')}$`).exec(pathname);
    return fits && route.method === method ? [{ name: name as RouteName, route, id: fits[1] ?? '' }] : [];
  });
  const [first] = found;
  if (!first) throw new Error(`The contract has no ${method} ${pathname}`);
  const { query, body } = first.route as { query?: z.ZodType; body?: z.ZodType };
  const asked = Object.fromEntries(searchParams);
  return {
    name: first.name,
    id: first.id,
    query: (query?.parse(asked) as Record<string, unknown> | undefined) ?? {},
    body: typeof init.body === 'string' ? body?.parse(JSON.parse(init.body)) : init.body,
    token: new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '',
  };
}
