import type { FeedbackEvent } from '../../backend/contract/feedback.ts';
import type { SidebarSettings } from '../../backend/contract/settings.ts';
import type { Triage } from '../../backend/contract/triage.ts';
import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';
import type { Frame } from '../zaf/frame.ts';
import type { ZafRequest } from '../zaf/zaf-client.ts';
import { ZafError } from '../zaf/zaf-error.ts';
import { ApiError } from './api-error.ts';

export type Backend = {
  readSettings(): Promise<SidebarSettings>;
  requestTriage(ticket: ZendeskTicketInput, force: boolean): Promise<Triage>;
  readTriage(id: string): Promise<Triage>;
  sendFeedback(triageId: string, event: FeedbackEvent): Promise<void>;
};

type Check<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

/** Schemas come in a chunk of their own: they are needed only once the first answer is here. */
const contract = Promise.all([import('../../backend/contract/api.ts'), import('../../backend/contract/problem.ts')]);

/** Calls go through Zendesk's proxy, which signs the token: the shared secret never reaches the browser. */
export function backendOver(frame: Frame, backendUrl: string, agentId: string | null): Backend {
  async function call<T>(response: Check<T>, type: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const answer = await frame.request(signed(frame, backendUrl, agentId, type, path, body)).catch(asApiError);
    const checked = response.safeParse(answer);
    if (!checked.success) throw new ApiError('unreadable', `${path} does not fit the contract`);
    return checked.data;
  }
  return {
    readSettings: async () => {
      const [{ api }] = await contract;
      return call(api.readSettings.response, 'GET', api.readSettings.path);
    },
    requestTriage: async (ticket, force) => {
      const [{ api }] = await contract;
      return call(api.requestTriage.response, 'POST', api.requestTriage.path, { ticket, force });
    },
    readTriage: async (id) => {
      const [{ api }] = await contract;
      return call(api.readTriage.response, 'GET', withId(api.readTriage.path, id));
    },
    sendFeedback: async (id, event) => {
      const [{ api }] = await contract;
      await call(api.sendFeedback.response, 'POST', withId(api.sendFeedback.path, id), event);
    },
  };
}

const withId = (path: string, id: string) => path.replace('{id}', encodeURIComponent(id));

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

async function asApiError(failure: unknown): Promise<never> {
  if (!(failure instanceof ZafError)) throw failure;
  const [, { problemSchema }] = await contract;
  const problem = problemSchema.safeParse(failure.body);
  if (!problem.success) throw new ApiError(failure.kind === 'timeout' ? 'timeout' : 'unreachable', failure.message);
  const { code, message, requestId, retryAfterSeconds } = problem.data.error;
  throw new ApiError(code, message, requestId, retryAfterSeconds);
}
