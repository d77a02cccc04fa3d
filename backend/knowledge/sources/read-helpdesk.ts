import { OutsideError } from '../../ports/errors.ts';
import type { Helpdesk } from '../../ports/helpdesk.ts';
import type { ExportedTicket } from '../../ports/ticket.ts';
import type { Batch, Found } from './source.ts';

export const TICKETS_CURSOR = 'tickets';

/** Where the reading of a helpdesk stands. Articles are listed from their beginning in every run. */
export type HelpdeskPosition = { phase: 'tickets' | 'articles' | 'end'; cursor: string | null };

export const writePosition = (position: HelpdeskPosition): string => JSON.stringify(position);
export const readPosition = (position: string): HelpdeskPosition => JSON.parse(position);

type Asked = Pick<Helpdesk, 'fetchExport' | 'fetchArticles' | 'countTickets'>;

const ofTicket = (exported: ExportedTicket): Found =>
  exported.solved === null
    ? { place: exported.id, leftOut: exported.reason, id: `ticket:${exported.id}` }
    : { place: exported.id, solved: exported.solved };

const count = (helpdesk: Asked): Promise<number | null> =>
  helpdesk.countTickets().catch((error) => {
    if (error instanceof OutsideError && !error.retryable) return null;
    throw error;
  });

async function* readTickets(helpdesk: Asked, from: string | null): AsyncGenerator<Batch> {
  let total: number | null | undefined = from === null ? await count(helpdesk) : undefined;
  let cursor = from;
  for (let more = true; more; ) {
    const page = await helpdesk.fetchExport(cursor);
    // A cursor that stands still would be read for ever.
    more = page.more && page.cursor !== cursor;
    cursor = page.cursor ?? cursor;
    yield {
      found: page.items.map(ofTicket),
      position: writePosition(more ? { phase: 'tickets', cursor } : { phase: 'articles', cursor: null }),
      ...(total !== undefined && { total }),
      ...(cursor !== null && { cursor: { name: TICKETS_CURSOR, value: cursor } }),
    };
    total = undefined;
  }
}

/** Not every account has a help centre. */
const NO_HELP_CENTER: ReadonlySet<string> = new Set(['not_found', 'forbidden']);

async function* readArticles(helpdesk: Asked, from: string | null): AsyncGenerator<Batch> {
  let cursor = from;
  for (let more = true; more; ) {
    const page = await helpdesk.fetchArticles(cursor).catch((error) => {
      if (error instanceof OutsideError && NO_HELP_CENTER.has(error.code)) return null;
      throw error;
    });
    if (page === null) {
      yield { found: [], position: writePosition({ phase: 'end', cursor: null }), notes: ['no_help_center'] };
      return;
    }
    more = page.more && page.cursor !== cursor;
    cursor = page.cursor;
    yield {
      found: page.items.map((article) => ({ place: `${article.locale} ${article.id}`, article })),
      position: writePosition(more ? { phase: 'articles', cursor } : { phase: 'end', cursor: null }),
      articlesComplete: !page.more,
    };
  }
}

/** The tickets that changed since the cursor, then all articles; what is reported gone comes as left out. */
export async function* readHelpdesk(helpdesk: Asked, from: HelpdeskPosition): AsyncGenerator<Batch> {
  if (from.phase === 'tickets') yield* readTickets(helpdesk, from.cursor);
  if (from.phase !== 'end') yield* readArticles(helpdesk, from.phase === 'articles' ? from.cursor : null);
}
