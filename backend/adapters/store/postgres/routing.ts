import { createHash } from 'node:crypto';
import { type RoutingRules, savedRulesSchema } from '../../../contract/routing-rules.ts';
import { actingFor } from '../../../ports/acting-for.ts';
import {
  type Marks,
  type RoutingSaved,
  type RoutingStore,
  type RoutingVersion,
  wordsOf,
} from '../../../ports/routing-rules.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Database } from './database.ts';
import type { Fingerprints } from './fingerprints.ts';
import { toJson } from './to-json.ts';

type Row = { version: number; hash: string; saved_by: RoutingSaved['savedBy']; note: string | null; saved_at: Date };
const COLUMNS = 'version, hash, saved_by, note, saved_at';
/** As many as one account has in use at a time, several times over. */
const REMEMBERED = 200;

const toSaved = ({ version, hash, saved_by: savedBy, note, saved_at }: Row): RoutingSaved => ({
  version,
  hash,
  savedBy,
  note,
  savedAt: saved_at.toISOString(),
});

/** What is remembered stands behind the same wall as the rows that it was read from. */
const isShown = (tenantId: string): boolean => (actingFor() ?? tenantId) === tenantId;

/** The same for the same rules, in whatever order their names stand. */
const hashOf = (rules: RoutingRules): string =>
  `r-${createHash('sha256').update(canonicalJson(rules)).digest('hex').slice(0, 12)}`;

export function createRoutingStore(database: Database, fingerprints: Fingerprints): RoutingStore {
  const remembered = new Map<string, RoutingVersion>();
  const markWords = (tenantId: string, words: readonly string[]): Marks =>
    Object.fromEntries(words.map((word) => [word, fingerprints.word(tenantId, word)]));

  const remember = (tenantId: string, saved: RoutingSaved, body: unknown): RoutingVersion => {
    const rules = savedRulesSchema.parse(body);
    const version = { ...saved, rules, marks: markWords(tenantId, wordsOf(rules)) };
    for (const oldest of remembered.keys()) if (remembered.size >= REMEMBERED) remembered.delete(oldest);
    remembered.set(JSON.stringify([tenantId, saved.version]), version);
    return version;
  };

  const readRoutingVersion = async (tenantId: string, version: number): Promise<RoutingVersion | null> => {
    const known = remembered.get(JSON.stringify([tenantId, version]));
    if (known && isShown(tenantId)) return known;
    const [row] = await database.query<Row & { body: unknown }>(
      `SELECT ${COLUMNS}, body FROM routing_rules WHERE tenant_id = $1 AND version = $2`,
      [tenantId, version],
    );
    return row ? remember(tenantId, toSaved(row), row.body) : null;
  };

  const readRouting = async (tenantId: string): Promise<RoutingVersion | null> => {
    const [newest] = await database.query<{ version: number }>(
      'SELECT version FROM routing_rules WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1',
      [tenantId],
    );
    return newest ? readRoutingVersion(tenantId, newest.version) : null;
  };

  return {
    markWords,
    readRouting,
    readRoutingVersion,
    async saveRouting(tenantId, rules, { savedBy, basedOn, note = null }) {
      const inForce = await readRouting(tenantId);
      // As the next reader finds them: the database does not take every character.
      const kept: { rules: RoutingRules; note: string | null } = JSON.parse(toJson({ rules, note }));
      const hash = hashOf(kept.rules);
      if ((inForce?.version ?? 0) !== basedOn) return null;
      if (inForce?.hash === hash && inForce.savedBy === savedBy) return inForce;
      const [row] = await database.query<Row>(
        `INSERT INTO routing_rules (tenant_id, version, body, hash, saved_by, note)
         SELECT $1, $2::int + 1, $3, $4, $5, $6
         WHERE $2::int = (SELECT coalesce(max(version), 0) FROM routing_rules WHERE tenant_id = $1)
         ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
        [tenantId, basedOn, JSON.stringify(kept.rules), hash, savedBy, kept.note],
      );
      return row ? remember(tenantId, toSaved(row), kept.rules) : null;
    },
    async listRoutings(tenantId) {
      const rows = await database.query<Row>(
        `SELECT ${COLUMNS} FROM routing_rules WHERE tenant_id = $1 ORDER BY version DESC`,
        [tenantId],
      );
      return rows.map(toSaved);
    },
  };
}
