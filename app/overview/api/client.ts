import type { Session } from '../../../backend/contract/session.ts';
import { ApiError } from '../../api/api-error.ts';
import { type FreshSession, keepFresh } from './fresh-session.ts';
import { isAnswer, isSession } from './guards.ts';
import { type InputOf, type OutputOf, type RouteName, routes } from './routes.ts';
import { type AnyInput, send } from './send.ts';

type Parts = { fetch: typeof globalThis.fetch; now(): number };

/** The page's only way to the backend; it holds the session and keeps it fresh. */
export type Client = FreshSession & { call<N extends RouteName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> };

export function clientOver(first: Session, { fetch, now }: Parts): Client {
  const ask = async (token: string) => {
    const session = await send(fetch, token, 'renewSession', {});
    return isSession(session) ? session : unreadable('renewSession');
  };
  const fresh = keepFresh(first, { ask, now });
  return {
    ...fresh,
    async call(name, input) {
      if (fresh.msUntilRenewal() <= 0 && !fresh.isOver()) await fresh.renew().catch(() => null);
      const used = fresh.session().token;
      const json = await send(fetch, used, name, input as AnyInput).catch(async (failure) => {
        if (!(failure instanceof ApiError) || failure.code !== 'unauthorized') throw failure;
        // Somebody else's call may have renewed it in the meantime.
        const { token } = fresh.session().token === used ? await fresh.renew() : fresh.session();
        return send(fetch, token, name, input as AnyInput);
      });
      return isAnswer(json) ? (json as OutputOf<typeof name>) : unreadable(name);
    },
  };
}

function unreadable(name: RouteName): never {
  throw new ApiError('unreadable', `${routes[name].path} does not fit the contract`);
}
