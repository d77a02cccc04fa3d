import { type Effort, TIME_SAVED } from '../contract/overview.ts';
import { bucketStart, type Tally } from '../ports/overview.ts';

type Replies = { replied: number; medianHours: number | null; p90Hours: number | null; kept: number; broken: number };

/** How long first replies took, and what was saved, by the day of the triage and in all. */
export function toEffort(
  tallies: readonly Tally[],
): Pick<Effort, 'firstReplies' | 'firstReply' | 'timeSaved' | 'method'> {
  const replies = tallies.filter(({ series }) => series === 'first_reply');
  return {
    firstReplies: daysOf(replies).map(({ day, rows }) => {
      const { medianHours, p90Hours, ...counts } = repliesOf(rows);
      return { day, ...counts, medianHours: medianHours ?? 0, p90Hours: p90Hours ?? 0 };
    }),
    firstReply: repliesOf(replies),
    timeSaved: daysOf(tallies.filter(({ series }) => series.startsWith('saved_'))).map(({ day, rows }) =>
      savedOf(day, rows),
    ),
    method: TIME_SAVED,
  };
}

function daysOf(rows: readonly Tally[]): { day: string; rows: Tally[] }[] {
  const days = Map.groupBy(rows, ({ day }) => day);
  return [...days].map(([day, of]) => ({ day, rows: of })).toSorted((a, b) => a.day.localeCompare(b.day));
}

const sum = (rows: readonly Tally[], of: 'tickets' | 'total'): number => rows.reduce((all, row) => all + row[of], 0);

function repliesOf(rows: readonly Tally[]): Replies {
  const kept = sum(
    rows.filter(({ second }) => second === 'kept'),
    'tickets',
  );
  const replied = sum(rows, 'tickets');
  const quantile = (part: number) => quantileOf(rows, part);
  return { replied, medianHours: quantile(0.5), p90Hours: quantile(0.9), kept, broken: replied - kept };
}

/** The hours that this part of the replies did not take longer than, by even spread within its bucket. */
export function quantileOf(rows: readonly Pick<Tally, 'key' | 'tickets'>[], part: number): number | null {
  const buckets = new Map<number, number>();
  for (const { key, tickets } of rows) buckets.set(Number(key), (buckets.get(Number(key)) ?? 0) + tickets);
  const all = [...buckets.values()].reduce((total, tickets) => total + tickets, 0);
  let below = 0;
  for (const [bucket, tickets] of [...buckets].toSorted(([a], [b]) => a - b)) {
    if (tickets > 0 && below + tickets >= all * part) {
      const [start, end] = [bucketStart(bucket), bucketStart(bucket + 1)];
      return start + (end - start) * ((all * part - below) / tickets);
    }
    below += tickets;
  }
  return null;
}

function savedOf(day: string, rows: readonly Tally[]): Effort['timeSaved'][number] {
  const of = (series: Tally['series']) =>
    sum(
      rows.filter((row) => row.series === series),
      'total',
    );
  const [fields, draftCharacters] = [of('saved_fields'), Math.round(of('saved_characters'))];
  const seconds = fields * TIME_SAVED.secondsAField + (draftCharacters / TIME_SAVED.charactersAMinute) * 60;
  return { day, fields, draftCharacters, seconds: Math.round(seconds) };
}
