import { ingest } from '../backend/pipeline/ingest.ts';
import { unpackMail } from '../backend/pipeline/unpack-mail.ts';
import type { Ticket } from '../backend/ports/ticket.ts';
import { aComment, aTicket } from '../backend/test/ticket.ts';
import { type CleaningRow, readCleaningRows } from './cleaning-rows.ts';
import { type Cleaned, scoreCleaning } from './cleaning-scores.ts';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';

/** How well the customer's own words are told from quotes, signatures and footers. */
export async function measureCleaning(options: Options) {
  if (options.data === undefined) throw new EvalFailure('cleaning needs --data FILE');
  const rows = readCleaningRows(options.data, options.limit);
  if (rows.length === 0) throw new EvalFailure(`${options.data}: no row to measure`);
  const progress = createProgress('cleaning', rows.length);
  const cleaned: Cleaned[] = [];
  for (const row of rows) {
    cleaned.push({ row, ...(await readMail(row)) });
    progress(cleaned.length);
  }
  const kinds = Map.groupBy(cleaned, ({ row }) => row.kind);
  const byKind = Object.fromEntries([...kinds].map(([kind, ones]) => [kind, scoreCleaning(ones)]));
  return { ...scoreCleaning(cleaned), byKind };
}

/** What the product takes for the customer's own words in a mail with this body, and for its footers. */
export async function readMail({ raw, kind }: Pick<CleaningRow, 'raw' | 'kind'>): Promise<Omit<Cleaned, 'row'>> {
  const { text, parts } = ingest(await unpackMail(ticketWith(raw, kind.startsWith('html:'))));
  const footers = parts.filter((part) => part.kind === 'footer');
  return { text, footer: footers.map((part) => part.text).join('\n') };
}

const ticketWith = (raw: string, isHtml: boolean): Ticket =>
  aTicket({
    subject: '',
    requester: { id: '1', name: null, email: null },
    people: [],
    comments: [aComment({ text: isHtml ? '' : raw, html: isHtml ? raw : null })],
  });
