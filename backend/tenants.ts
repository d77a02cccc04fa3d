import type { TenantSettings } from './contract/tenant-settings.ts';
import { actFor } from './ports/acting-for.ts';
import type { Connection } from './ports/connection.ts';
import type { Store } from './ports/store.ts';
import type { Tenant, Tenants } from './ports/tenant.ts';

/** What another process has changed is noticed after this time. */
const FRESH_MS = 1_000;
/** As many as one process serves at a time, several times over. */
const REMEMBERED = 500;
/** As Zendesk names accounts; whatever else a token or a query says is none, and is not looked up. */
const ACCOUNT = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What a tenant is made from; it is made anew when one of them has changed. */
export type TenantState = {
  connection: Connection | null;
  saved: { version: number; settings: TenantSettings } | null;
};

export type TenantsParts = {
  store: Pick<Store, 'readConnection' | 'readTenantSettings' | 'listConnected'>;
  /** Of a backend that serves one account, its id; it is there before anybody connects it. */
  sole: string | null;
  /** Null where the state says that there is no such account. */
  make(id: string, state: TenantState): Promise<Tenant | null>;
  onError: (error: Error) => void;
};

type Known = { tenant: Tenant | null; mark: string; lookedAt: number };

const markOf = ({ connection, saved }: TenantState): string => `${connection?.revision ?? 0}.${saved?.version ?? 0}`;

/** The accounts of this backend, each as its settings and its connection stand in the store. */
export function createTenants({ store, sole, make, onError }: TenantsParts): Tenants {
  const known = new Map<string, Known>();
  const looking = new Map<string, Promise<Tenant | null>>();

  const look = async (id: string, isLatest: () => boolean): Promise<Tenant | null> => {
    const before = known.get(id);
    const [connection, saved] = await Promise.all([store.readConnection(id), store.readTenantSettings(id)]);
    const state = { connection, saved };
    const mark = markOf(state);
    const tenant = before?.mark === mark ? before.tenant : await make(id, state);
    if (!isLatest()) return tenant;
    known.delete(id);
    // Whoever asks for accounts that do not exist does not fill the memory with them.
    if (tenant) known.set(id, { tenant, mark, lookedAt: Date.now() });
    for (const oldest of known.keys()) if (known.size > REMEMBERED) known.delete(oldest);
    return tenant;
  };

  const lookOnce = (id: string): Promise<Tenant | null> => {
    const under = looking.get(id);
    if (under) return under;
    const isLatest = () => looking.get(id) === found;
    const found: Promise<Tenant | null> = actFor(id, () => look(id, isLatest)).finally(() => {
      if (isLatest()) looking.delete(id);
    });
    looking.set(id, found);
    return found;
  };

  return {
    sole,
    async find(id) {
      if ((sole !== null && id !== sole) || !ACCOUNT.test(id)) return null;
      const last = known.get(id);
      if (last && Date.now() - last.lookedAt < FRESH_MS) return last.tenant;
      return lookOnce(id).catch((error: Error) => {
        if (!last) throw error;
        // A database that is down for a moment makes no account unknown.
        onError(error);
        return last.tenant;
      });
    },
    list: async () => (sole === null ? store.listConnected() : [sole]),
    changed: (id) => {
      // One that is under way may have read what was there before.
      looking.delete(id);
      const last = known.get(id);
      if (last) known.set(id, { ...last, lookedAt: 0 });
    },
  };
}
