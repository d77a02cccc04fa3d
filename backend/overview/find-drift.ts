import type { Drift, DriftKind } from '../contract/overview.ts';
import type { Series, TallySum } from '../ports/overview.ts';

/** Below so many tickets in either period, shares are mostly chance. */
const LEAST_TICKETS = 50;
/** Over all comparisons together (Bonferroni). */
const SIGNIFICANCE = 0.01;
/** A difference that nobody would act on is none, however sure it is. */
const LEAST_DIFFERENCE = 0.03;
/** Tickets a day may be more or fewer by this factor, since days are not alike. */
const VOLUME_FACTOR = 1.5;
/** Counts that began lately say little of how many tickets a day are usual. */
const LEAST_DAYS = 7;

export const DRIFT_SERIES: readonly Series[] = [
  'category',
  'language',
  'unsure',
  'fallback',
  'flagged',
  'rate:category:language',
];

/** `days`: of which there are counts. */
type Period = { sums: readonly TallySum[]; days: number };
type Share = { of: number; all: number };
type Compared = { kind: DriftKind; key: string | null; recent: Share; before: Share };
type Found = Pick<Drift, 'alerts' | 'compared' | 'leastTickets' | 'significance'> & {
  tickets: { recent: number; before: number };
};

/** What the recent days have more or less of than those before, where that is not chance. Shares are compared by a two-proportion z-test. */
export function findDrift(recent: Period, before: Period): Found {
  const tickets = { recent: countOf(recent, 'category'), before: countOf(before, 'category') };
  const compared = comparisons(recent, before).filter((one) =>
    [one.recent, one.before].every(({ all }) => all >= LEAST_TICKETS),
  );
  const threshold = SIGNIFICANCE / Math.max(1, compared.length);
  const alerts = compared
    .map(({ kind, key, recent: now, before: then }) => ({
      ...{ kind, key, recent: now.of / now.all, before: then.of / then.all },
      p: pValue(now, then),
    }))
    .filter((one) => one.p < threshold && Math.abs(one.recent - one.before) >= LEAST_DIFFERENCE)
    .toSorted((a, b) => a.p - b.p);
  return {
    alerts: [...volumeAlert(recent, before, tickets), ...alerts],
    compared: compared.length,
    leastTickets: LEAST_TICKETS,
    significance: SIGNIFICANCE,
    tickets,
  };
}

const countOf = ({ sums }: Period, series: Series, of: (sum: TallySum) => boolean = () => true): number =>
  sums.reduce((all, sum) => (sum.series === series && of(sum) ? all + sum.tickets : all), 0);

const shareOf = (period: Period, series: Series, of: (sum: TallySum) => boolean): Share => ({
  of: countOf(period, series, of),
  all: countOf(period, series),
});

function comparisons(recent: Period, before: Period): Compared[] {
  const compare = (kind: DriftKind, key: string | null, series: Series, of: (sum: TallySum) => boolean): Compared => ({
    ...{ kind, key },
    recent: shareOf(recent, series, of),
    before: shareOf(before, series, of),
  });
  const keysOf = (series: Series) =>
    new Set([...recent.sums, ...before.sums].filter((sum) => sum.series === series).map(({ key }) => key));
  const each = (kind: DriftKind, series: Series) =>
    [...keysOf(series)].map((key) => compare(kind, key, series, (sum) => sum.key === key));
  const isYes = ({ key }: TallySum) => key === 'yes';
  return [
    compare('override_rate', null, 'rate:category:language', ({ second }) => second === 'overridden'),
    compare('unsure_rate', null, 'unsure', isYes),
    compare('fallback_rate', null, 'fallback', isYes),
    compare('escalation_rate', null, 'flagged', isYes),
    ...each('category_share', 'category'),
    ...each('language_share', 'language'),
  ];
}

/** Two-sided, of the difference of two shares. 1 where both are the same whole. */
function pValue(one: Share, other: Share): number {
  const pooled = (one.of + other.of) / (one.all + other.all);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.all + 1 / other.all));
  return error === 0 ? 1 : 2 * upperTail(Math.abs(one.of / one.all - other.of / other.all) / error);
}

/** The normal distribution above z ≥ 0: Abramowitz and Stegun 26.2.17, right to 7.5e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.max(0, (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series);
}

function volumeAlert(recent: Period, before: Period, tickets: { recent: number; before: number }): Drift['alerts'] {
  const [now, then] = [tickets.recent / recent.days, tickets.before / before.days];
  const isLarge = Math.max(tickets.recent, tickets.before) >= LEAST_TICKETS && before.days >= LEAST_DAYS;
  const isFar = now > then * VOLUME_FACTOR || now * VOLUME_FACTOR < then;
  return isLarge && isFar ? [{ kind: 'volume', key: null, recent: now, before: then, p: null }] : [];
}
