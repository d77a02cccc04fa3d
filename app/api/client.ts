import type { api } from '../../backend/contract/api.ts';
import type { FeedbackEvent } from '../../backend/contract/feedback.ts';
import type { RewriteRequest } from '../../backend/contract/rewrite.ts';
import type { SidebarSettings } from '../../backend/contract/settings.ts';
import type { Draft, Triage } from '../../backend/contract/triage.ts';
import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';
import type { Frame } from '../zaf/frame.ts';
import type { ZafRequest } from '../zaf/zaf-client.ts';
import { ZafError } from '../zaf/zaf-error.ts';
import { ApiError } from './api-error.ts';
import { complete } from './complete.ts';
import { isDraft, isProblem, isSettings, isTriage } from './guards.ts';

export type Backend = {
  readSettings(): Promise<SidebarSettings>;
  requestTriage(ticket: ZendeskTicketInput, force: boolean): Promise<Triage>;
  readTriage(id: string): Promise<Triage>;
  sendFeedback(triageId: string, event: FeedbackEvent): Promise<void>;
  rewriteDraft(triageId: string, asked: RewriteRequest): Promise<Draft>;
};

type Api = typeof api;
type Route<N extends keyof Api> = readonly [Uppercase<Api[N]['method']>, Api[N]['path']];

/** Where each is; the compiler holds it to the contract, whose schemas weigh 26 kB and stay with the backend. */
const ROUTES: { [N in keyof Api]: Route<N> } = {
  readSettings: ['GET', '/v1/settings'],
  requestTriage: ['POST', '/v1/triages'],
  readTriage: ['GET', '/v1/triages/{id}'],
  sendFeedback: ['POST', '/v1/triages/{id}/feedback'],
  rewriteDraft: ['POST', '/v1/triages/{id}/rewrites'],
};

type Asked = { id?: string; body?: unknown };

/** Calls go through Zendesk's proxy, which signs the token: the shared secret never reaches the browser. */
export function backendOver(frame: Frame, backendUrl: string, agentId: string | null): Backend {
  async function call(name: keyof Api, { id = '', body }: Asked = {}): Promise<unknown> {
    const [type, path] = ROUTES[name];
    const address = path.replace('{id}', encodeURIComponent(id));
    return frame.request(signed(frame, backendUrl, agentId, type, address, body)).catch(asApiError);
  }
  return {
    readSettings: async () => checked(isSettings, await call('readSettings')),
    requestTriage: async (ticket, force) =>
      complete(checked(isTriage, await call('requestTriage', { body: { ticket, force } }))),
    readTriage: async (id) => complete(checked(isTriage, await call('readTriage', { id }))),
    sendFeedback: async (id, event) => void (await call('sendFeedback', { id, body: event })),
    rewriteDraft: async (id, asked) => checked(isDraft, await call('rewriteDraft', { id, body: asked })),
  };
}

function checked<T>(fits: (json: unknown) => json is T, json: unknown): T {
  if (!fits(json)) throw new ApiError('unreadable', 'The answer does not fit the contract');
  return json;
}

const signed = (
  frame: Frame,
  backendUrl: string,
  agentId: string | null,
  type: 'GET' | 'POST',
  path: string,
  body: unknown,
): ZafRequest => ({
  url: backendUrl.replace(/\/+$/, '') + path,
  type,
  contentType: 'application/json',
  // What a customer writes must not read as a place where the proxy puts our token: JSON has no other `{{`.
  ...(body !== undefined && { data: JSON.stringify(body).replaceAll('{{', '{\\u007b') }),
  headers: { Authorization: 'Bearer {{jwt.token}}' },
  jwt: {
    algorithm: 'HS256',
    secret_key: '{{setting.shared_secret}}',
    expiry: 300,
    claims: {
      iss: frame.subdomain,
      aud: new URL(backendUrl).origin,
      sub: agentId ?? '',
      ticket_id: frame.ticketId,
    },
  },
  secure: true,
  cors: false,
});

function asApiError(failure: unknown): never {
  if (!(failure instanceof ZafError)) throw failure;
  if (!isProblem(failure.body))
    throw new ApiError(failure.kind === 'timeout' ? 'timeout' : 'unreachable', failure.message);
  const { code, message, requestId, retryAfterSeconds } = failure.body.error;
  throw new ApiError(code, message, requestId, retryAfterSeconds);
}
