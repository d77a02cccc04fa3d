import { findPersonalData } from '../backend/adapters/masker/builtin/find-personal-data.ts';
import { normalise } from '../backend/adapters/masker/builtin/normalise.ts';
import { regionsOf } from './pii-regions.ts';
import { createProgress } from './progress.ts';

/** Ways to reach somebody, which customers do write: the rest is a false alarm more often than not. */
const CONTACT: ReadonlySet<string> = new Set(['EMAIL', 'PHONE', 'URL', 'NAME', 'ADDRESS', 'TEXT']);

/** For texts that nobody marked: the share in which something is masked, by kind, and in which it is a number, code or secret. */
export function measureMasked(rows: readonly { text: string; locale?: string | null | undefined }[]) {
  const progress = createProgress('rows', rows.length);
  const counts = new Map<string, number>();
  let structured = 0;
  for (const [index, { text, locale }] of rows.entries()) {
    const spans = findPersonalData(normalise(text), { people: [] }, regionsOf(locale));
    const kinds = new Set<string>(spans.map(({ kind }) => kind));
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if ([...kinds].some((kind) => !CONTACT.has(kind))) structured++;
    progress(index + 1);
  }
  const share = (count: number): number => count / Math.max(1, rows.length);
  const masked = Object.fromEntries([...counts].sort().map(([kind, count]) => [kind, share(count)]));
  return { n: rows.length, maskedStructured: share(structured), masked };
}
