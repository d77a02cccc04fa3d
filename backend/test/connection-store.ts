import type { Authorization, Connection, ConnectionStore, Tokens } from '../ports/connection.ts';

type Row = Connection & { refreshUntil: number };

const TEN_MINUTES_MS = 600_000;

/** Connections that are kept in memory, as the database would: nobody is handed the row itself. */
export function memoryConnections(now: () => number = Date.now): ConnectionStore {
  const rows = new Map<string, Row>();
  const asked = new Map<string, Authorization & { endsAt: number }>();
  const view = ({ refreshUntil: _, ...connection }: Row): Connection => structuredClone(connection);
  const change = (row: Row, over: Partial<Row>): Row => Object.assign(row, over, { revision: row.revision + 1 });
  const holding = (tenantId: string, accessToken: string): Row | null => {
    const row = rows.get(tenantId);
    return row?.tokens?.accessToken === accessToken ? row : null;
  };
  const replace = (row: Row, tokens: Tokens | null) =>
    change(row, { tokens: structuredClone(tokens), refreshUntil: 0 });
  return {
    readConnection: async (tenantId) => {
      const row = rows.get(tenantId);
      return row ? view(row) : null;
    },
    openConnection: async (tenantId, installationId) => {
      const row = rows.get(tenantId) ?? { ...empty(tenantId), installationId };
      rows.set(tenantId, row);
      return view(row);
    },
    saveConnection: async (tenantId, over) => {
      const row = rows.get(tenantId);
      return row ? view(change(row, structuredClone(over))) : null;
    },
    saveTokens: async (tenantId, tokens) => {
      const row = rows.get(tenantId);
      if (row) replace(row, tokens);
    },
    takeRefresh: async (tenantId, accessToken, forSeconds) => {
      const row = holding(tenantId, accessToken);
      if (!row || row.refreshUntil > now()) return false;
      row.refreshUntil = now() + forSeconds * 1000;
      return true;
    },
    endRefresh: async (tenantId, oldAccessToken, tokens) => {
      const row = holding(tenantId, oldAccessToken);
      if (row && tokens) replace(row, tokens);
      if (row) row.refreshUntil = 0;
      return row !== null;
    },
    saveAuthorization: async (state, authorization) =>
      void asked.set(state, { ...authorization, endsAt: now() + TEN_MINUTES_MS }),
    takeAuthorization: async (state) => {
      const found = asked.get(state);
      asked.delete(state);
      if (!found || found.endsAt <= now()) return null;
      const { endsAt: _, ...authorization } = found;
      return authorization;
    },
    listConnected: async () =>
      [...rows.values()].filter(({ state }) => state === 'connected').map(({ tenantId }) => tenantId),
    resealConnections: async () => 0,
  };
}

const empty = (tenantId: string): Row => ({
  tenantId,
  state: 'new',
  installationId: null,
  connectedBy: null,
  connectedAt: null,
  tokens: null,
  webhook: null,
  sidebarSecrets: [],
  groupOf: {},
  revision: 1,
  refreshUntil: 0,
});
