import { createHash, randomBytes } from 'node:crypto';
import { OutsideError } from '../ports/errors.ts';
import { type ConnectParts, type ConnectTenant, redirectOf } from './connect-parts.ts';
import { setUp } from './set-up.ts';

const BYTES = 32;
const random = (): string => randomBytes(BYTES).toString('base64url');

/** The account that a state was made for, if it is one of ours: only there can it be looked up. */
export const tenantOfState = (state: string): string | null =>
  state.match(/^([a-z0-9][a-z0-9-]{0,62})\.[\w-]{43}$/)?.[1] ?? null;

/** Where an admin is asked to allow us. `userId`: who asks; nobody else may answer then. */
export async function beginAuthorization(
  tenant: ConnectTenant,
  userId: string | null,
  parts: ConnectParts,
): Promise<string> {
  const [state, verifier] = [`${tenant.id}.${random()}`, random()];
  await parts.store.saveAuthorization(state, { tenantId: tenant.id, verifier, userId });
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return tenant.account.authorizeUrl({ state, challenge, redirectUri: redirectOf(parts) });
}

export type Finished =
  | { outcome: 'connected'; userId: string; healthy: boolean }
  /** `expired`: the state or the code does not count any more. `not_admin`, `other_user`: who allowed us may not. */
  | { outcome: 'expired' | 'not_admin' | 'other_user' };

/** Takes what an admin has allowed, and makes in their account what we need there. A state counts once and for ten minutes. */
export async function finishAuthorization(
  tenant: ConnectTenant,
  { state, code }: { state: string; code: string },
  parts: ConnectParts,
): Promise<Finished> {
  const { store } = parts;
  const begun = await store.takeAuthorization(state);
  if (begun?.tenantId !== tenant.id) return { outcome: 'expired' };
  const { verifier, userId } = begun;
  const redeemed = await tenant.account.redeem({ code, verifier, redirectUri: redirectOf(parts) }).catch((error) => {
    if (error instanceof OutsideError && error.code === 'unauthorized') return null;
    throw error;
  });
  if (!redeemed) return { outcome: 'expired' };
  const { tokens, user } = redeemed;
  const isOther = userId !== null && user.id !== userId;
  if (isOther || user.role !== 'admin') {
    await tenant.account.revoke(tokens);
    return { outcome: isOther ? 'other_user' : 'not_admin' };
  }
  const before = await store.openConnection(tenant.id, null);
  await store.saveTokens(tenant.id, tokens);
  await store.saveConnection(tenant.id, {
    state: 'connected',
    connectedBy: { id: user.id, name: user.name },
    connectedAt: new Date().toISOString(),
  });
  parts.changed(tenant.id);
  if (before.tokens) await tenant.account.revoke(before.tokens).catch(ignoreOutside);
  const { checks } = await setUp(tenant, parts);
  // No ticket has come yet, and that is no fault.
  const healthy = checks.every(({ state }) => state === 'ok' || state === 'waiting');
  return { outcome: 'connected', userId: user.id, healthy };
}

const ignoreOutside = (error: unknown): void => {
  if (!(error instanceof OutsideError)) throw error;
};
