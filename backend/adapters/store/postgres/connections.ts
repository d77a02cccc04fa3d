import { createHash } from 'node:crypto';
import type { Authorization, Connection, ConnectionStore, OwnWebhook, Tokens } from '../../../ports/connection.ts';
import type { Database } from './database.ts';
import { resealSecrets } from './reseal-secrets.ts';
import type { SecretsCipher } from './secrets-cipher.ts';
import { toJson } from './to-json.ts';

type Sealed = Uint8Array | null;
type Row = {
  tenant_id: string;
  state: Connection['state'];
  installation_id: string | null;
  connected_by: Connection['connectedBy'];
  connected_at: Date | null;
  tokens: Sealed;
  webhook: Sealed;
  sidebar_secrets: Sealed;
  group_of: Connection['groupOf'];
  revision: number;
};
const COLUMNS = `tenant_id, state, installation_id, connected_by, connected_at, tokens, webhook, sidebar_secrets, group_of,
  revision`;
const AUTHORIZATION_MINUTES = 10;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

type Column =
  | 'connection.tokens'
  | 'connection.webhook'
  | 'connection.sidebar_secrets'
  | 'authorization_request.sealed';
const createSealing = (cipher: SecretsCipher) => ({
  seal: (tenantId: string, column: Column, secret: unknown): Sealed =>
    secret === null ? null : cipher.seal(secret, { tenantId, column }),
  open: (tenantId: string, column: Column, sealed: Sealed): unknown =>
    sealed === null ? null : cipher.open(sealed, { tenantId, column }),
});
type Sealing = ReturnType<typeof createSealing>;

const toConnection = (row: Row, { open }: Sealing): Connection => ({
  tenantId: row.tenant_id,
  state: row.state,
  installationId: row.installation_id,
  connectedBy: row.connected_by,
  connectedAt: row.connected_at?.toISOString() ?? null,
  tokens: open(row.tenant_id, 'connection.tokens', row.tokens) as Tokens | null,
  webhook: open(row.tenant_id, 'connection.webhook', row.webhook) as OwnWebhook | null,
  sidebarSecrets: (open(row.tenant_id, 'connection.sidebar_secrets', row.sidebar_secrets) ??
    []) as Connection['sidebarSecrets'],
  groupOf: row.group_of,
  revision: row.revision,
});

type Change = Parameters<ConnectionStore['saveConnection']>[1];

/** The columns that a change names, and their new values. */
function toColumns(tenantId: string, change: Change, { seal }: Sealing): [string, unknown][] {
  const { state, installationId, connectedBy, connectedAt, webhook, sidebarSecrets, groupOf } = change;
  const all: [string, unknown][] = [
    ['state', state],
    ['installation_id', installationId],
    ['connected_by', connectedBy && toJson(connectedBy)],
    ['connected_at', connectedAt],
    ['webhook', webhook && seal(tenantId, 'connection.webhook', webhook)],
    ['sidebar_secrets', sidebarSecrets && seal(tenantId, 'connection.sidebar_secrets', sidebarSecrets)],
    ['group_of', groupOf && toJson(groupOf)],
  ];
  return all.filter(([, value]) => value !== undefined);
}

/** Tokens, and the right to refresh them that one holds at a time. */
function createTokenStore(database: Database, { seal }: Sealing) {
  const columnsOf = (tenantId: string, tokens: Tokens | null) => [
    seal(tenantId, 'connection.tokens', tokens),
    tokens && hashOf(tokens.accessToken),
  ];
  const REPLACED = 'tokens = $2, access_hash = $3, refresh_until = NULL, revision = revision + 1';
  const store: Pick<ConnectionStore, 'saveTokens' | 'takeRefresh' | 'endRefresh'> = {
    async saveTokens(tenantId, tokens) {
      await database.query(`UPDATE connection SET ${REPLACED} WHERE tenant_id = $1`, [
        tenantId,
        ...columnsOf(tenantId, tokens),
      ]);
    },
    async takeRefresh(tenantId, accessToken, forSeconds) {
      const [taken] = await database.query(
        `UPDATE connection SET refresh_until = clock_timestamp() + make_interval(secs => $3)
         WHERE tenant_id = $1 AND access_hash = $2 AND coalesce(refresh_until <= clock_timestamp(), true)
         RETURNING 1 AS taken`,
        [tenantId, hashOf(accessToken), forSeconds],
      );
      return taken !== undefined;
    },
    async endRefresh(tenantId, oldAccessToken, tokens) {
      const old = hashOf(oldAccessToken);
      const [ended] = tokens
        ? await database.query(
            `UPDATE connection SET ${REPLACED} WHERE tenant_id = $1 AND access_hash = $4 RETURNING 1 AS ended`,
            [tenantId, ...columnsOf(tenantId, tokens), old],
          )
        : await database.query(
            `UPDATE connection SET refresh_until = NULL WHERE tenant_id = $1 AND access_hash = $2 RETURNING 1 AS ended`,
            [tenantId, old],
          );
      return ended !== undefined;
    },
  };
  return store;
}

/** What authorisations under way are checked against. Their state names them, and is not kept. */
function createAuthorizationStore(database: Database, { seal, open }: Sealing) {
  const column = 'authorization_request.sealed';
  const store: Pick<ConnectionStore, 'saveAuthorization' | 'takeAuthorization'> = {
    async saveAuthorization(state, { tenantId, ...secret }) {
      await database.query('DELETE FROM authorization_request WHERE tenant_id = $1 AND expires_at <= now()', [
        tenantId,
      ]);
      await database.query(
        `INSERT INTO authorization_request (tenant_id, state_hash, sealed, expires_at)
         VALUES ($1, $2, $3, now() + interval '${AUTHORIZATION_MINUTES} minutes')`,
        [tenantId, hashOf(state), seal(tenantId, column, secret)],
      );
    },
    async takeAuthorization(state) {
      const [row] = await database.query<{ tenant_id: string; sealed: Uint8Array; in_time: boolean }>(
        `DELETE FROM authorization_request WHERE state_hash = $1
         RETURNING tenant_id, sealed, expires_at > now() AS in_time`,
        [hashOf(state)],
      );
      if (!row?.in_time) return null;
      const secret = open(row.tenant_id, column, row.sealed) as Omit<Authorization, 'tenantId'>;
      return { tenantId: row.tenant_id, ...secret };
    },
  };
  return store;
}

export function createConnectionStore(database: Database, cipher: SecretsCipher): ConnectionStore {
  const sealing = createSealing(cipher);
  const readConnection = async (tenantId: string): Promise<Connection | null> => {
    const [row] = await database.query<Row>(`SELECT ${COLUMNS} FROM connection WHERE tenant_id = $1`, [tenantId]);
    return row ? toConnection(row, sealing) : null;
  };
  return {
    ...createTokenStore(database, sealing),
    ...createAuthorizationStore(database, sealing),
    readConnection,
    async openConnection(tenantId, installationId) {
      await database.query(
        'INSERT INTO connection (tenant_id, installation_id) VALUES ($1, $2) ON CONFLICT (tenant_id) DO NOTHING',
        [tenantId, installationId],
      );
      const connection = await readConnection(tenantId);
      if (!connection) throw new RangeError('The account was removed while its connection was opened');
      return connection;
    },
    async saveConnection(tenantId, change) {
      const columns = toColumns(tenantId, change, sealing);
      if (columns.length === 0) return readConnection(tenantId);
      const [row] = await database.query<Row>(
        `UPDATE connection SET ${columns.map(([column], at) => `${column} = $${at + 2}`).join(', ')},
           revision = revision + 1
         WHERE tenant_id = $1 RETURNING ${COLUMNS}`,
        [tenantId, ...columns.map(([, value]) => value)],
      );
      return row ? toConnection(row, sealing) : null;
    },
    async listConnected() {
      const rows = await database.query<{ tenant_id: string }>(
        `SELECT tenant_id FROM connection WHERE state = 'connected' ORDER BY tenant_id`,
      );
      return rows.map(({ tenant_id }) => tenant_id);
    },
    resealConnections: () => resealSecrets(database, cipher),
  };
}
