import { toImportView } from '../../backend/http/import-view.ts';
import type { Tenant } from '../../backend/ports/tenant.ts';
import type { Wired } from '../../backend/wire.ts';
import { tellOutcome, tellProgress } from './print-run.ts';

const SHOWN = 6;

/** What knowledge there is, how much of it can be found, and what the last imports came to. */
export async function tellStatus({ id, embedder }: Tenant, { store }: Wired): Promise<void> {
  const [counts, index, serving, runs] = await Promise.all([
    store.countKnowledge(id),
    store.countEmbedded(id, embedder.id),
    store.readServing(id),
    store.listImports(id, SHOWN),
  ]);
  const [latest, ...earlier] = runs;
  const { items, articles, gold, duplicates, superseded, stale } = counts;
  console.log(
    [
      `Knowledge of ${id}: ${items} items, ${articles} of them articles, ${gold} gold standard`,
      `  ${duplicates} more were folded into them; ${superseded} are superseded, ${stale} are stale`,
      `Index of ${embedder.id}: ${index.embedded} embedded, ${index.missing} missing; ${serving ?? 'none'} answers`,
      ...(latest ? ['', tellOutcome(toImportView(latest))] : []),
      ...(earlier.length > 0 ? ['', 'Before that:'] : []),
      ...earlier.map((run) => `  ${run.startedAt} ${run.source} ${run.state}: ${tellProgress(toImportView(run))}`),
    ].join('\n'),
  );
}
