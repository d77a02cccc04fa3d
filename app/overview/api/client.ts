import type { Session } from '../../../backend/contract/session.ts';
import { ApiError } from '../../api/api-error.ts';
import { type InputOf, type OutputOf, type RouteName, routes } from './routes.ts';
import { type AnyInput, send } from './send.ts';

type Parts = { fetch: typeof globalThis.fetch; now(): number };

/** The page's only way to the backend; it holds the session in memory and keeps it fresh. */
export type Client = {
  call<N extends RouteName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** Also asks again what its holder may do. */
  renew(): Promise<Session>;
  session(): Session;
  /** Whether it ended without a new one: only Zendesk can begin another. */
  isOver(): boolean;
  msUntilRenewal(): number;
  /** Heard whenever the session changes or ends. */
  subscribe(listener: () => void): () => void;
};

const RENEW_BEFORE_MS = 120_000;

export function clientOver(first: Session, { fetch, now }: Parts): Client {
  let session = first;
  let over = false;
  let renewing: Promise<Session> | null = null;
  const listeners = new Set<() => void>();

  const renew = (): Promise<Session> => {
    renewing ??= renewed().finally(() => {
      renewing = null;
    });
    return renewing;
  };
  async function renewed(): Promise<Session> {
    try {
      const fresh = await send(fetch, session.token, 'renewSession', {}).then((json) => checked('renewSession', json));
      session = fresh;
      return fresh;
    } catch (failure) {
      over ||= failure instanceof ApiError && failure.code === 'unauthorized';
      throw failure;
    } finally {
      for (const listener of listeners) listener();
    }
  }
  const msUntilRenewal = () => Date.parse(session.expiresAt) - now() - RENEW_BEFORE_MS;

  return {
    async call(name, input) {
      if (msUntilRenewal() <= 0 && !over) await renew().catch(() => null);
      const used = session.token;
      const json = await send(fetch, used, name, input as AnyInput).catch(async (failure) => {
        if (!(failure instanceof ApiError) || failure.code !== 'unauthorized') throw failure;
        // Somebody else's call may have renewed it in the meantime.
        const { token } = session.token === used ? await renew() : session;
        return send(fetch, token, name, input as AnyInput);
      });
      return checked(name, json);
    },
    renew,
    session: () => session,
    isOver: () => over,
    msUntilRenewal,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function checked<N extends RouteName>(name: N, json: unknown): OutputOf<N> {
  const answer = routes[name].response.safeParse(json);
  if (!answer.success) throw new ApiError('unreadable', `${routes[name].path} does not fit the contract`);
  return answer.data as OutputOf<N>;
}
