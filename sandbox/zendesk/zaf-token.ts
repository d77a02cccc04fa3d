import type { Account } from './account.ts';
import { signRs256 } from './app-key.ts';
import { notFound } from './errors.ts';
import type { User } from './state.ts';

const SECONDS = 60;

/** The ZAF JWT that a signed location's first page is asked for with. */
export function signAppToken({ state, now }: Account, user: User, location: string): string {
  if (state.installation === null) throw notFound();
  const host = `${state.subdomain}.zendesk.com`;
  const iat = Math.floor(now().getTime() / 1000);
  return signRs256({
    iss: host,
    aud: `https://${host}/api/v2/apps/installations/${state.installation.id}.json`,
    sub: `https://${host}/api/v2/users/${user.id}.json`,
    iat,
    nbf: iat,
    exp: iat + SECONDS,
    context: { product: 'support', location },
  });
}
