import type { Agreement, ComparedField, Rate, RateDimension } from '../contract/overview.ts';
import type { Series, TallySum } from '../ports/overview.ts';

const DIMENSIONS: readonly RateDimension[] = ['category', 'language', 'group', 'promptVersion'];

/** The series that `toAgreement` reads. */
export const agreementSeries = (field: ComparedField): Series[] => [
  `matrix:${field}`,
  ...DIMENSIONS.flatMap((dimension): Series[] => [`rate:${field}:${dimension}`, `draft:${dimension}`]),
];

/** The matrix of suggested and final values of one field, and the rates by each dimension; the largest first. */
export function toAgreement(sums: readonly TallySum[], field: ComparedField): Pick<Agreement, 'matrix' | 'rates'> {
  return {
    matrix: sums
      .filter(({ series }) => series === `matrix:${field}`)
      .map(({ key, second, tickets }) => ({ suggested: key, final: second, tickets })),
    rates: DIMENSIONS.flatMap((dimension) => ratesBy(dimension, field, sums)),
  };
}

function ratesBy(dimension: RateDimension, field: ComparedField, sums: readonly TallySum[]): Rate[] {
  const counts = new Map<string, number>();
  const keys = new Set<string>();
  for (const { series, key, second, tickets } of sums) {
    if (series !== `rate:${field}:${dimension}` && series !== `draft:${dimension}`) continue;
    keys.add(key);
    counts.set(`${second} ${key}`, tickets);
  }
  const countOf = (second: string, key: string): number => counts.get(`${second} ${key}`) ?? 0;
  return [...keys]
    .map((key) => ({
      ...{ dimension, key },
      decided: countOf('agreed', key) + countOf('overridden', key),
      overridden: countOf('overridden', key),
      draftsKept: countOf('kept', key),
      draftsEdited: countOf('edited', key),
      draftsUnused: countOf('unused', key),
    }))
    .toSorted((a, b) => b.decided - a.decided || a.key.localeCompare(b.key));
}
