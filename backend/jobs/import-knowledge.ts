import { type ImportParts, importKnowledge as importInto } from '../knowledge/import-knowledge.ts';
import type { Job } from '../ports/queue.ts';
import type { Tenants } from '../ports/tenant.ts';

/** Brings in what was solved and written since the last import. */
export async function importKnowledge(
  { payload: { tenantId } }: Pick<Job<'import-knowledge'>, 'payload'>,
  parts: Omit<ImportParts, 'tenant' | 'onProgress'> & { tenants: Tenants },
): Promise<string> {
  const tenant = parts.tenants.find(tenantId);
  if (!tenant) return 'gone';
  await importInto({ ...parts, tenant, onProgress: () => {} });
  return 'done';
}
