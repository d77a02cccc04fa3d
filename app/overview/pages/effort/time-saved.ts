import type { Effort } from '../../../../backend/contract/overview.ts';

type Saved = Omit<Effort['timeSaved'][number], 'day'>;

export const totalOf = (days: readonly Saved[]): Saved =>
  days.reduce(
    (sum, each) => ({
      fields: sum.fields + each.fields,
      draftCharacters: sum.draftCharacters + each.draftCharacters,
      seconds: sum.seconds + each.seconds,
    }),
    { fields: 0, draftCharacters: 0, seconds: 0 },
  );

/** Seconds by what saved them; together they are the day's. */
export function partsOf({ fields, seconds }: Saved, { secondsAField }: Effort['method']) {
  const byFields = Math.min(seconds, fields * secondsAField);
  return { byFields, byDrafts: seconds - byFields };
}
