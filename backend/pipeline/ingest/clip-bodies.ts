import type { Line } from './line.ts';

/** Far more of a ticket than any model is shown. What stands between beginning and end of more is a log. */
const MAX_CHARACTERS = 150_000;
const HEAD_SHARE = 0.75;
/** The end of a long text begins after a line's or a tag's end, where one is near. */
const NEAR = 2_000;

/** How many characters of each comment are read: the description's first, then the newest comments' before older ones'. */
export function shareCharacters(lengths: readonly number[]): number[] {
  let left = MAX_CHARACTERS;
  const shares = lengths.map(() => 0);
  for (const index of [0, ...Array.from(lengths.slice(1), (_, before) => before + 1).toReversed()]) {
    const share = Math.min(left, lengths[index] ?? 0);
    shares[index] = share;
    left -= share;
  }
  return shares;
}

/** Reads beginning and end of a body that is longer than its share. */
export function readWithin(body: string, share: number, read: (text: string) => Line[], endOf: '\n' | '>'): Line[] {
  if (body.length <= share) return read(body);
  const head = Math.floor(share * HEAD_SHARE);
  const tail = body.length - (share - head);
  const boundary = body.slice(tail, tail + NEAR).indexOf(endOf);
  const from = tail + boundary + 1;
  return [
    ...read(body.slice(0, head)),
    ...read(body.slice(from)).map((line) => ({ ...line, start: line.start + from, end: line.end + from })),
  ];
}
