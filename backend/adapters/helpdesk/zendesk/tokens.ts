import type { ConnectionStore, Tokens } from '../../../ports/connection.ts';
import { OutsideError } from '../../../ports/errors.ts';
import { type OAuthClient, requestTokens } from './oauth.ts';

/** Tokens are renewed this long before they end. */
const RENEW_MS = 60_000;
/** Longer than a request for tokens may take, so that only a dead holder loses it. */
const LEASE_SECONDS = 20;
const LONGEST_WAIT_MS = 25_000;
const LOOK_AGAIN_MS = 200;
/** Where new tokens are refused as well, as of a user who was suspended, more of them would not help. */
const REFUSED_AGAIN_MS = 60_000;

export type TokenSource = {
  /** A token that holds. Throws `unauthorized` when only an admin can give us another. */
  read(): Promise<string>;
  /** To be told that the helpdesk does not take this one any more. */
  refused(token: string): void;
};

/** Where the tokens are kept that an admin has allowed. */
export type KeptTokens = {
  tenantId: string;
  store: Pick<ConnectionStore, 'readConnection' | 'takeRefresh' | 'endRefresh'>;
};

const holds = ({ endsAt }: Tokens): boolean => Date.parse(endsAt) - RENEW_MS > Date.now();

/** One look for all who ask at the same time; what it found serves until it ends or is refused. */
function sharing(find: (refused: string | null) => Promise<Tokens>): TokenSource {
  let held: Tokens | null = null;
  let refused: string | null = null;
  let refusedAt = 0;
  let finding: Promise<Tokens> | null = null;
  const findOnce = (): Promise<Tokens> => {
    finding ??= find(refused)
      .then((found) => {
        held = found;
        return found;
      })
      .finally(() => {
        finding = null;
      });
    return finding;
  };
  return {
    read: async () => {
      const found = held && held.accessToken !== refused && holds(held) ? held : await findOnce();
      return found.accessToken;
    },
    refused: (token) => {
      if (held?.accessToken !== token || Date.now() - refusedAt < REFUSED_AGAIN_MS) return;
      refused = token;
      refusedAt = Date.now();
    },
  };
}

/** A confidential client of the account's own asks for itself, as often as it likes. */
export const ownTokens = (client: OAuthClient): TokenSource =>
  sharing(() => requestTokens(client, { grant_type: 'client_credentials', scope: 'read write' }));

const notAllowed = (): OutsideError =>
  new OutsideError('zendesk', 'unauthorized', 'an admin of the account has to allow us');

/**
 * Those that an admin has allowed. A refresh ends the pair that it was made from, so that one process at a time makes it,
 * and what came is kept before it is used. One that Zendesk refuses is not asked for again: only an admin can help then.
 */
export function keptTokens(client: OAuthClient, { tenantId, store }: KeptTokens): TokenSource {
  let dead: string | null = null;
  /** What came while the store could not keep it; the pair that it was made from has ended. */
  let unkept: { from: string; fresh: Tokens } | null = null;

  const request = async (old: Tokens): Promise<Tokens> => {
    if (unkept?.from === old.accessToken) return unkept.fresh;
    const fresh = await requestTokens(client, { grant_type: 'refresh_token', refresh_token: old.refreshToken });
    unkept = { from: old.accessToken, fresh };
    return fresh;
  };

  /** Null when somebody else has replaced the tokens meanwhile. */
  const refresh = async (old: Tokens): Promise<Tokens | null> => {
    const fresh = await request(old).catch(async (error) => {
      if (error instanceof OutsideError && error.code === 'unauthorized') dead = old.accessToken;
      await store.endRefresh(tenantId, old.accessToken, null);
      throw error;
    });
    const kept = { ...fresh, scopes: fresh.scopes.length > 0 ? fresh.scopes : old.scopes };
    const isKept = await store.endRefresh(tenantId, old.accessToken, kept);
    unkept = null;
    return isKept ? kept : null;
  };

  const find = async (refused: string | null): Promise<Tokens> => {
    const endsAt = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const tokens = (await store.readConnection(tenantId))?.tokens;
      if (!tokens) throw notAllowed();
      if (tokens.accessToken !== refused && holds(tokens)) return tokens;
      if (tokens.refreshToken === null || tokens.accessToken === dead) throw notAllowed();
      const fresh = (await store.takeRefresh(tenantId, tokens.accessToken, LEASE_SECONDS)) && (await refresh(tokens));
      if (fresh) return fresh;
      if (Date.now() > endsAt) throw new OutsideError('zendesk', 'timeout', 'nobody has renewed the tokens in time');
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
  return sharing(find);
}
