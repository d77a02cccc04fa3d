import type { Row } from './row.ts';

/** A column that more tickets have says little about who copied whom, and would cost much to compare. */
const MOST_SHARING = 30;
/** No group holds a larger share of the tickets: chains of likenesses would swallow all of them. */
const LARGEST = 0.04;
const LIKE = 0.4;

/**
 * For each row the number of its group: tickets that repeat one another (templates, paraphrases, replies sent twice) share one, so
 * that no judgement of unseen tickets is made on a copy of what was learned. Likeness is the dot product over rare columns.
 */
export function groupNearDuplicates(rows: readonly Row[], columns: number): Int32Array {
  const parents = Int32Array.from(rows.keys());
  const sizes = new Int32Array(rows.length).fill(1);
  const postings = collectPostings(rows, columns);
  const likenesses = new Float64Array(rows.length);
  rows.forEach((row, index) => {
    for (const other of likeRows(row, index, postings, likenesses)) {
      unite(parents, sizes, index, other, Math.max(4, rows.length * LARGEST));
    }
  });
  return parents.map((_, row) => rootOf(parents, row));
}

type Posting = { rows: number[]; values: number[] };

function collectPostings(rows: readonly Row[], columns: number): (Posting | null)[] {
  const seenIn = new Uint32Array(columns);
  for (const row of rows) for (const column of row.columns) seenIn[column] = (seenIn[column] as number) + 1;
  const postings = Array.from(seenIn, (tickets): Posting | null =>
    tickets >= 2 && tickets <= MOST_SHARING ? { rows: [], values: [] } : null,
  );
  rows.forEach((row, index) => {
    row.columns.forEach((column, i) => {
      postings[column]?.rows.push(index);
      postings[column]?.values.push(row.values[i] as number);
    });
  });
  return postings;
}

/** The earlier rows that are like this one. */
function likeRows(
  { columns, values }: Row,
  index: number,
  postings: readonly (Posting | null)[],
  likenesses: Float64Array,
): number[] {
  const touched: number[] = [];
  columns.forEach((column, i) => {
    const posting = postings[column];
    if (!posting) return;
    for (let at = 0; at < posting.rows.length; at++) {
      const other = posting.rows[at] as number;
      if (other >= index) break;
      if (likenesses[other] === 0) touched.push(other);
      likenesses[other] = (likenesses[other] as number) + (values[i] as number) * (posting.values[at] as number);
    }
  });
  const like = touched.filter((other) => (likenesses[other] as number) >= LIKE);
  for (const other of touched) likenesses[other] = 0;
  return like;
}

function rootOf(parents: Int32Array, row: number): number {
  let root = row;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root] as number] as number;
    root = parents[root] as number;
  }
  return root;
}

function unite(parents: Int32Array, sizes: Int32Array, a: number, b: number, most: number): void {
  const first = rootOf(parents, a);
  const second = rootOf(parents, b);
  const size = (sizes[first] as number) + (sizes[second] as number);
  if (first === second || size > most) return;
  parents[first] = second;
  sizes[second] = size;
}
