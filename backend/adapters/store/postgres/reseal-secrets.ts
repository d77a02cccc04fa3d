import type { Database } from './database.ts';
import type { SecretsCipher } from './secrets-cipher.ts';

const SEALED = [
  { table: 'connection', column: 'tokens' },
  { table: 'connection', column: 'webhook' },
  { table: 'connection', column: 'sidebar_secrets' },
  { table: 'authorization_request', column: 'sealed' },
];
const AT_ONCE = 50;

type Row = { tenant_id: string; sealed: Uint8Array };

/** Seals with the newest key what an older one sealed. What changed meanwhile is left as it is: the newest key sealed that. */
export async function resealSecrets(database: Database, cipher: SecretsCipher): Promise<number> {
  let resealed = 0;
  for (const { table, column } of SEALED) {
    const readOld = () =>
      database.query<Row>(
        `SELECT tenant_id, ${column} AS sealed FROM ${table}
         WHERE substring(${column} FROM 1 FOR ${cipher.newest.length}) <> $1 LIMIT ${AT_ONCE}`,
        [cipher.newest],
      );
    for (let old = await readOld(); old.length > 0; old = await readOld())
      for (const { tenant_id: tenantId, sealed } of old) {
        const place = { tenantId, column: `${table}.${column}` };
        const [done] = await database.query(
          `UPDATE ${table} SET ${column} = $3 WHERE tenant_id = $1 AND ${column} = $2 RETURNING 1 AS done`,
          [tenantId, sealed, cipher.seal(cipher.open(sealed, place), place)],
        );
        if (done) resealed++;
      }
  }
  return resealed;
}
