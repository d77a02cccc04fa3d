import { randomUUID } from 'node:crypto';
import type { FeedbackEvent } from '../contract/feedback.ts';
import type { Classification, Triage } from '../contract/triage.ts';
import { toRow } from '../feedback/to-row.ts';
import type { Series } from '../ports/overview.ts';
import { markerOf } from '../ports/write-log.ts';
import type { TestDatabase } from './databases.ts';
import { aDecideInput, aDecision } from './decision.ts';
import type { TicketHistory } from './recount.ts';
import { aClassification, aTriage } from './ticket.ts';

export const ZONE = 'Pacific/Auckland';
export const EVER = { from: '1970-01-01', to: '2999-12-31' };
const COMPARED = ['category', 'urgency', 'sentiment', 'group', 'escalation'] as const;
const BY = ['category', 'language', 'group', 'promptVersion'] as const;
export const EVERY_SERIES: Series[] = [
  ...(['category', 'urgency', 'language', 'decided_by', 'unsure', 'fallback', 'flagged'] as const),
  ...(['first_reply', 'saved_fields', 'saved_characters', 'escalation'] as const),
  ...COMPARED.map((field) => `matrix:${field}` as const),
  ...COMPARED.flatMap((field) => BY.map((by) => `rate:${field}:${by}` as const)),
  ...BY.map((by) => `draft:${by}` as const),
  ...(['category', 'urgency', 'sentiment'] as const).map((field) => `confidence:${field}` as const),
];

type Triaging = {
  hash?: string;
  skipped?: boolean;
  failed?: boolean;
  force?: boolean;
  promptVersion?: string | null;
  at?: Date;
  over?: Partial<Classification>;
  body?: Partial<Triage>;
};
type Submitting = {
  final?: Partial<Record<'category' | 'urgency' | 'sentiment' | 'priority' | 'group' | 'escalation', string | null>>;
  reply?: string | null;
  at?: string;
};

export const HOUR = 3_600_000;

function createReader(database: Pick<TestDatabase['database'], 'query'>, tenantId: string) {
  return {
    async ticketsIn(table: string): Promise<string[]> {
      const rows = await database.query<{ id: string }>(
        `SELECT ticket_id AS id FROM ${table} WHERE tenant_id = $1 ORDER BY 1`,
        [tenantId],
      );
      return rows.map(({ id }) => id);
    },

    /** All that is stored, by ticket. */
    async read(): Promise<Map<string, TicketHistory>> {
      const tickets = new Map<string, TicketHistory>();
      const read = async <Row extends { ticket: string }>(
        query: string,
        add: (of: TicketHistory, row: Row) => void,
      ) => {
        for (const row of await database.query<Row>(query, [tenantId])) {
          const of = tickets.get(row.ticket) ?? { triages: [], feedback: [], standing: null, markedAt: [] };
          tickets.set(row.ticket, of);
          add(of, row);
        }
      };
      await read<TicketHistory['triages'][number] & { ticket: string }>(
        `SELECT ticket_id AS ticket, id, created_at AS at, content_hash AS hash, superseded, body, decision FROM triage WHERE tenant_id = $1`,
        (of, row) => of.triages.push(row),
      );
      await read<TicketHistory['feedback'][number] & { ticket: string }>(
        `SELECT row->>'ticketId' AS ticket, at, row FROM feedback WHERE tenant_id = $1 ORDER BY seq`,
        (of, row) => of.feedback.push(row),
      );
      await read<NonNullable<TicketHistory['standing']> & { ticket: string }>(
        `SELECT ticket_id AS ticket, status, group_id AS "groupId" FROM ticket_standing WHERE tenant_id = $1`,
        (of, row) => Object.assign(of, { standing: row }),
      );
      await read<{ ticket: string; at: Date }>(
        'SELECT ticket_id AS ticket, at FROM write_log WHERE tenant_id = $1',
        (of, { at }) => of.markedAt.push(at),
      );
      return tickets;
    },
  };
}

/** An account of a test, with what happens to its tickets. Triages begin seven hours apart. */
export function openHistory(
  { store, database }: Pick<TestDatabase, 'store' | 'database'>,
  tenantId: string = randomUUID(),
) {
  const last = new Map<string, Triage>();
  let began = Date.now() - 1_000 * HOUR;
  let spoken = Date.parse('2035-01-01T00:00:00Z');

  const bodyOf = (stored: Triage, { skipped, failed, over, body }: Triaging): Triage => {
    if (skipped) return { ...stored, status: 'skipped', skipReason: 'thanks' };
    if (failed) return { ...stored, status: 'failed', failure: 'timeout' };
    const { id, ticketId } = stored;
    return aTriage({ id, ticketId, classification: aClassification(over), ...body });
  };

  return {
    tenantId,
    fold: (limit: number) => store.foldChanges(tenantId, { limit, timeZone: ZONE }),

    /** Null where this text is triaged already. */
    async triage(ticketId: string, how: Triaging = {}): Promise<Triage | null> {
      const claim = { tenantId, ticketId, contentHash: how.hash ?? randomUUID(), force: how.force ?? false };
      const { mine, stored } = await store.claimTriage(claim);
      if (!mine) return null;
      began += 7 * HOUR;
      const at = (how.at ?? new Date(began)).toISOString();
      await database.query('UPDATE triage SET created_at = $2 WHERE id = $1', [stored.triage.id, at]);
      const triage = bodyOf(stored.triage, how);
      const input = aDecideInput({ createdAt: at });
      const decision = aDecision({ input, promptVersion: how.promptVersion ?? null });
      await store.saveTriage(tenantId, { ...stored, triage }, triage.classification ? { decision } : {});
      if (triage.classification) last.set(ticketId, triage);
      return triage;
    },

    async say(triage: Triage | null | undefined, event: object): Promise<void> {
      if (!triage) return;
      spoken += HOUR;
      const at = new Date(spoken).toISOString();
      const said = { id: randomUUID(), at, agentId: null, helpful: true, reason: null, ...event } as FeedbackEvent;
      await store.saveFeedback(tenantId, toRow(said, triage));
    },

    submit(ticketId: string, { final = {}, reply = null, ...at }: Submitting = {}): Promise<void> {
      return this.say(last.get(ticketId), { type: 'submitted', final, reply, ...at });
    },
    mention: (ticketId: string) => last.get(ticketId),
    stand: (ticketId: string, status: string, groupId: string | null = null) =>
      store.saveStanding(tenantId, ticketId, { status, groupId }),

    async mark(ticketId: string): Promise<void> {
      const triage = last.get(ticketId);
      const changes = [{ field: 'escalation' as const, from: false, to: true }];
      if (triage) await store.logWrite(tenantId, ticketId, { marker: markerOf(triage.id), changes });
    },

    ...createReader(database, tenantId),
  };
}
export type TestHistory = ReturnType<typeof openHistory>;
