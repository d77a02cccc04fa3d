import { createHash } from 'node:crypto';
import { tenantSettingsSchema } from '../../../contract/tenant-settings.ts';
import type { SettingsStore, SettingsVersion } from '../../../ports/tenant-settings.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Database } from './database.ts';
import { toJson } from './to-json.ts';

type Row = { version: number; saved_by: string; note: string | null; saved_at: Date };
type Whole = Row & { body: unknown; hash: string };
const COLUMNS = 'version, saved_by, note, saved_at';

const toSaved = ({ version, saved_by: savedBy, note, saved_at }: Row): Omit<SettingsVersion, 'settings'> => ({
  version,
  savedBy,
  savedAt: saved_at.toISOString(),
  note,
});

/** Null when this release cannot read it: a newer one knows more. */
function toVersion(row: Whole): SettingsVersion | null {
  const { success, data } = tenantSettingsSchema.safeParse(row.body);
  return success ? { ...toSaved(row), settings: data } : null;
}

const hashOf = (settings: unknown): string => createHash('sha256').update(canonicalJson(settings)).digest('hex');

type InForce = { version: SettingsVersion; hash: string };

/** The newest version that can be read, and those above it, the newest first. */
async function readInForce(database: Database, tenantId: string) {
  const above: number[] = [];
  for (;;) {
    const [row] = await database.query<Whole>(
      `SELECT ${COLUMNS}, body, hash FROM tenant_settings
       WHERE tenant_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT 1`,
      [tenantId, above.at(-1) ?? null],
    );
    const version = row ? toVersion(row) : null;
    const inForce: InForce | null = row && version ? { version, hash: row.hash } : null;
    if (!row || inForce) return { inForce, above, newest: above[0] ?? row?.version ?? 0 };
    above.push(row.version);
  }
}

/** The versions of an account's settings. */
export function createSettingsStore(database: Database): SettingsStore {
  return {
    async readTenantSettings(tenantId) {
      const { inForce, above } = await readInForce(database, tenantId);
      return inForce && { ...inForce.version, ...(above.length > 0 && { passedOver: above }) };
    },
    async readTenantSettingsVersion(tenantId, version) {
      const [row] = await database.query<Whole>(
        `SELECT ${COLUMNS}, body, hash FROM tenant_settings WHERE tenant_id = $1 AND version = $2`,
        [tenantId, version],
      );
      return row ? toVersion(row) : null;
    },
    async saveTenantSettings(tenantId, settings, { savedBy, basedOn, note }) {
      // As the next reader finds them: the database does not take every character, and what is left may be too little.
      const kept: { settings: unknown; note: string | null } = JSON.parse(toJson({ settings, note }));
      const readable = tenantSettingsSchema.parse(kept.settings);
      const hash = hashOf(readable);
      const { inForce, newest } = await readInForce(database, tenantId);
      if ((inForce?.version.version ?? 0) !== basedOn) return null;
      if (inForce?.hash === hash) return inForce.version;
      const [row] = await database.query<Row>(
        `INSERT INTO tenant_settings (tenant_id, version, body, hash, saved_by, note)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
        [tenantId, newest + 1, JSON.stringify(readable), hash, savedBy, kept.note],
      );
      return row ? { ...toSaved(row), settings: readable } : null;
    },
    async listTenantSettings(tenantId) {
      const rows = await database.query<Row>(
        `SELECT ${COLUMNS} FROM tenant_settings WHERE tenant_id = $1 ORDER BY version DESC`,
        [tenantId],
      );
      return rows.map(toSaved);
    },
  };
}
