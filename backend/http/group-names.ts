import type { Tenant } from '../ports/tenant.ts';

const FRESH_MS = 600_000;
/** A helpdesk that has just failed is not asked by each view. */
const AGAIN_MS = 15_000;
/** A view does not wait longer for names: it shows ids then, and the names next time. */
const WAITS_MS = 1_500;

type Names = Record<string, string>;
type Known = { names: Names; until: number };

const after = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms).unref());

/** Names of an account's groups by id, at most ten minutes old; those known before, or none, while the helpdesk does not say. */
export function createGroupNames(): (tenant: Pick<Tenant, 'id' | 'account'>) => Promise<Names> {
  const known = new Map<string, Known>();
  return async ({ id, account }) => {
    const now = Date.now();
    const names = known.get(id)?.names ?? {};
    if ((known.get(id)?.until ?? 0) > now) return names;
    known.set(id, { names, until: now + FRESH_MS });
    const asked = account.fetchGroups().then(
      (groups) => {
        const fresh = Object.fromEntries(groups.map((group) => [group.id, group.name]));
        known.set(id, { names: fresh, until: now + FRESH_MS });
        return fresh;
      },
      () => {
        known.set(id, { names, until: Date.now() + AGAIN_MS });
        return names;
      },
    );
    return Promise.race([asked, after(WAITS_MS, names)]);
  };
}
