import type { CellTicket, OverviewStore } from '../../../ports/overview.ts';
import type { Database } from './database.ts';
import { COMPARED, JUDGED } from './overview-columns.ts';
import { momentSql, type Place, readCursor, writeCursor } from './overview-cursor.ts';

type Row = Omit<CellTicket, 'triagedAt' | 'decidedAt'> & { triaged_at: Date; decided_at: Date; place: Place };

const toTicket = ({ place: _, triaged_at, decided_at, ...ticket }: Row): CellTicket => ({
  ...ticket,
  triagedAt: triaged_at.toISOString(),
  decidedAt: decided_at.toISOString(),
});

export const createCellStore = (database: Database): Pick<OverviewStore, 'readCellTickets'> => ({
  async readCellTickets(tenantId, { field, suggested, final, from, to }, { cursor, limit }) {
    // It becomes part of the statement.
    if (!COMPARED.includes(field)) throw new RangeError('There is no such field');
    const [decidedAt = null, ticketId = null] = readCursor(cursor, 1) ?? [];
    const judged = JUDGED.find((name) => name === field) ?? 'category';
    const rows = await database.query<Row>(
      `SELECT ticket_id AS "ticketId", triage_id AS "triageId", coalesce(of_language, 'und') AS language,
         coalesce(sure_${judged}, 0) AS confidence, coalesce(judged_by, decided_by) AS "decidedBy",
         triaged_at, decided_at, ARRAY[${momentSql('decided_at')}, ticket_id] AS place
       FROM ticket_fact
       WHERE tenant_id = $1 AND suggested_${field} = $2 AND final_${field} = $3 AND day BETWEEN $4::date AND $5::date
         AND ($6::timestamptz IS NULL OR (decided_at, ticket_id) < ($6::timestamptz, $7::text))
       ORDER BY decided_at DESC, ticket_id DESC LIMIT $8`,
      [tenantId, suggested, final, from, to, decidedAt, ticketId, limit + 1],
    );
    const page = rows.slice(0, limit);
    return {
      tickets: page.map(toTicket),
      nextCursor: rows.length > limit ? writeCursor(page.at(-1)?.place) : null,
    };
  },
});
