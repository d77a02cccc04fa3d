import { jwtVerify, SignJWT } from 'jose';
import { type Role, roleSchema } from '../contract/session.ts';

/** A page that is left open renews it in time; whoever took one away has it for no longer. */
const LIFE_SECONDS = 15 * 60;
/** Since Zendesk vouched for its holder; then the page has to be opened again. */
const LONGEST_SECONDS = 12 * 3_600;
const AUDIENCE = 'ticket-triage:page';

export type SessionClaims = {
  tenant: string;
  userId: string;
  role: Role;
  /** When Zendesk vouched for it, seconds since 1970. */
  since: number;
};

export type SessionTokens = {
  issue(claims: SessionClaims): Promise<{ token: string; expiresAt: string }>;
  /** Null for whatever is not ours or has ended. */
  read(token: string): Promise<SessionClaims | null>;
};

/** Tokens of the nav-bar page, made and read by us alone. `key`: 32 bytes, the same in every process. */
export function createSessionTokens(key: Uint8Array): SessionTokens {
  return {
    async issue({ tenant, userId, role, since }) {
      const now = Math.floor(Date.now() / 1000);
      const ends = Math.min(now + LIFE_SECONDS, since + LONGEST_SECONDS);
      const token = await new SignJWT({ tenant, role, since })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(userId)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(ends)
        .sign(key);
      return { token, expiresAt: new Date(ends * 1000).toISOString() };
    },
    async read(token) {
      const verified = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        requiredClaims: ['sub', 'iat', 'exp'],
      }).catch(() => null);
      const { sub, tenant, since, role } = verified?.payload ?? {};
      const known = roleSchema.safeParse(role);
      if (!sub || typeof tenant !== 'string' || typeof since !== 'number' || !known.success) return null;
      return { tenant, userId: sub, role: known.data, since };
    },
  };
}
