import type { Session } from '../../../backend/contract/session.ts';
import { ApiError } from '../../api/api-error.ts';

export type FreshSession = {
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
/** However wrong this computer's clock is: one just renewed is not renewed again at once, and none is left to end. */
const LEAST_MS = 60_000;
const MOST_MS = 600_000;

type Parts = { ask(token: string): Promise<Session>; now(): number };

/** The page's session, in memory, with a new one asked for before it ends; once for all who want it. */
export function keepFresh(first: Session, { ask, now }: Parts): FreshSession {
  let session = first;
  let since = now();
  let over = false;
  let renewing: Promise<Session> | null = null;
  const listeners = new Set<() => void>();

  async function renewed(): Promise<Session> {
    try {
      session = await ask(session.token);
      since = now();
      return session;
    } catch (failure) {
      over ||= failure instanceof ApiError && failure.code === 'unauthorized';
      throw failure;
    } finally {
      for (const listener of listeners) listener();
    }
  }

  return {
    renew() {
      renewing ??= renewed().finally(() => {
        renewing = null;
      });
      return renewing;
    },
    session: () => session,
    isOver: () => over,
    msUntilRenewal() {
      const age = now() - since;
      const left = Date.parse(session.expiresAt) - now() - RENEW_BEFORE_MS;
      return Math.min(session === first ? left : Math.max(left, LEAST_MS - age), MOST_MS - age);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
