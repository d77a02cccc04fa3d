import type { FeedbackRow } from '../../../../backend/contract/feedback.ts';
import { csvHead, toCsvLines } from '../../../../backend/contract/feedback-csv.ts';
import type { Client } from '../../api/client.ts';

export type Format = 'csv' | 'json';
type Wanted = { format: Format; signal: AbortSignal; onRead(rows: number): void };

const PAGE = 5_000;
/** A tab shows it; of CSV's own type it would only offer to save it. */
const SHOWN = 'text/plain;charset=utf-8';
const WRITE = {
  csv: { before: csvHead, after: '', rows: toCsvLines },
  json: {
    before: '[',
    after: '\n]\n',
    rows: (rows: readonly FeedbackRow[], isFirst: boolean) => asItems(rows, isFirst),
  },
} as const;

const asItems = (rows: readonly FeedbackRow[], isFirst: boolean): string =>
  rows.map((row, index) => `${isFirst && index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`).join('');

/** The whole log, page by page; null when it was stopped. */
export async function readLog(client: Pick<Client, 'call'>, { format, signal, onRead }: Wanted) {
  const { before, after, rows: write } = WRITE[format];
  const parts: string[] = [before];
  let rows = 0;
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor !== null && { cursor }) };
    const page = await client.call('readFeedback', { query });
    if (signal.aborted) return null;
    parts.push(write(page.rows, rows === 0));
    rows += page.rows.length;
    cursor = page.nextCursor;
    onRead(rows);
  } while (cursor !== null);
  return { rows, blob: new Blob([...parts, after], { type: SHOWN }) };
}
