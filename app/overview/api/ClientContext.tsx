import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Session } from '../../../backend/contract/session.ts';
import type { Client } from './client.ts';

const Context = createContext<Client | null>(null);

export function useClient(): Client {
  const client = useContext(Context);
  if (!client) throw new Error('There is no ClientProvider above');
  return client;
}

/** Who has the page open now, and whether their session ended for good. */
export function useSession(): Session & { isOver: boolean } {
  const client = useClient();
  const session = useSyncExternalStore(client.subscribe, client.session);
  const isOver = useSyncExternalStore(client.subscribe, client.isOver);
  return { ...session, isOver };
}

export const ClientProvider = ({ client, children }: { client: Client; children: ReactNode }) => (
  <Context.Provider value={client}>
    <KeptFresh />
    {children}
  </Context.Provider>
);

const RETRY_MS = 30_000;

/** Renews in time also while nobody clicks: a session that ended cannot be renewed. */
function KeptFresh() {
  const client = useClient();
  const { expiresAt, isOver } = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session sets a new alarm
  useEffect(() => {
    if (isOver) return;
    let alarm: ReturnType<typeof setTimeout>;
    const renewIn = (ms: number) => {
      alarm = setTimeout(() => client.renew().catch(() => renewIn(RETRY_MS)), ms);
    };
    renewIn(Math.max(0, client.msUntilRenewal()));
    return () => clearTimeout(alarm);
  }, [client, expiresAt, isOver]);
  return null;
}
