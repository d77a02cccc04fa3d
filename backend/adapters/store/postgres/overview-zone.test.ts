import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timeZoneSchema } from '../../../contract/schedules.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { daySql, offsetsOf } from './overview-zone.ts';

const ZONES = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia'],
  ...['Asia/Calcutta', 'Asia/Katmandu', 'Pacific/Chatham', 'America/St_Johns', 'Etc/GMT+5', 'europe/kyiv'],
];
const MOMENTS = [
  ...['2011-12-29T09:59:59Z', '2011-12-31T12:00:00Z', '2025-03-29T22:59:59Z', '2025-03-29T23:00:00Z'],
  ...['2025-03-30T21:59:59Z', '2025-10-26T22:59:59Z', '2025-10-26T23:00:00Z', '2025-11-02T03:59:59Z'],
  ...['2025-11-03T04:59:59Z', '2026-02-28T18:14:59Z', '2026-02-28T18:15:00Z', '2026-04-05T11:00:00Z'],
];

describe.each(databases)('the day of a moment in a time zone, on $kind', ({ open }) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(() => test.close());

  it.each(ZONES)('is what clocks in %s say', async (timeZone) => {
    const { starts, seconds } = offsetsOf(timeZoneSchema.parse(timeZone));
    const rows = await test.database.query<{ day: string }>(
      `SELECT ${daySql('at')}::text AS day FROM unnest($1::timestamptz[], $2::int[]) AS each (at, nth) ORDER BY nth`,
      [MOMENTS, MOMENTS.map((_, nth) => nth), starts, seconds],
    );
    const { format } = new Intl.DateTimeFormat('sv', { timeZone });
    expect(rows.map(({ day }) => day)).toEqual(MOMENTS.map((at) => format(new Date(at))));
  });
});
