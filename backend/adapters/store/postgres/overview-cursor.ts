/** A moment as a column's text, with all its digits, so that a page can go on from it. */
export const momentSql = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Where a page ended: the moments that it was sorted by, and the ticket. */
export type Place = (string | null)[];

export const writeCursor = (place: Place | undefined): string | null =>
  place ? Buffer.from(JSON.stringify(place)).toString('base64url') : null;

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const isMoment = (part: unknown): boolean =>
  part === null || (typeof part === 'string' && MOMENT.test(part) && !Number.isNaN(Date.parse(part)));

/** Null for one that is not of such a list: that begins again. */
export function readCursor(cursor: string | null, moments: number): Place | null {
  if (cursor === null) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isPlace =
      Array.isArray(place) &&
      place.length === moments + 1 &&
      place.slice(0, moments).every(isMoment) &&
      typeof place.at(-1) === 'string';
    return isPlace ? place : null;
  } catch {
    return null;
  }
}
