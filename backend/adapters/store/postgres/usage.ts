import type { UsageRow, UsageStore } from '../../../ports/store.ts';
import type { Database } from './database.ts';

export function createUsageStore(database: Database): UsageStore {
  return {
    async bookUsage(tenantId, triageId, { purpose, usage, microUsd }) {
      const { model, promptTokens, cachedTokens, completionTokens } = usage;
      const [cost, unpriced] = [microUsd ?? 0, microUsd === null ? 1 : 0];
      await database.query(
        `WITH ticket AS (
           UPDATE triage SET micro_usd = micro_usd + $7::bigint WHERE tenant_id = $1 AND id = $9 AND $7::bigint > 0
         )
         INSERT INTO model_usage
           (tenant_id, day, model, purpose, calls, prompt_tokens, cached_tokens, completion_tokens, micro_usd,
            unpriced_calls)
         VALUES ($1, (now() AT TIME ZONE 'UTC')::date, $2, $3, 1, $4, $5, $6, $7, $8)
         ON CONFLICT (tenant_id, day, model, purpose) DO UPDATE
         SET calls = model_usage.calls + 1, prompt_tokens = model_usage.prompt_tokens + excluded.prompt_tokens,
           cached_tokens = model_usage.cached_tokens + excluded.cached_tokens,
           completion_tokens = model_usage.completion_tokens + excluded.completion_tokens,
           micro_usd = model_usage.micro_usd + excluded.micro_usd,
           unpriced_calls = model_usage.unpriced_calls + excluded.unpriced_calls`,
        [
          tenantId,
          (model ?? 'unknown').slice(0, 120),
          purpose,
          promptTokens,
          cachedTokens,
          completionTokens,
          cost,
          unpriced,
          triageId,
        ],
      );
    },
    readUsage: (tenantId, since) =>
      database.query<UsageRow>(
        `SELECT day::text, model, purpose, calls::int, prompt_tokens::float8 AS "promptTokens",
           cached_tokens::float8 AS "cachedTokens", completion_tokens::float8 AS "completionTokens",
           micro_usd::float8 AS "microUsd", unpriced_calls::int AS "unpricedCalls"
         FROM model_usage WHERE tenant_id = $1 AND day >= ($2::timestamptz AT TIME ZONE 'UTC')::date
         ORDER BY day, model, purpose`,
        [tenantId, since.toISOString()],
      ),
  };
}
