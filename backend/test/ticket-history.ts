import type { TicketUpdate } from '../ports/helpdesk.ts';
import type { Actor, ChangedField, FieldChange, Ticket } from '../ports/ticket.ts';
import type { LoggedWrite, WrittenChange } from '../ports/write-log.ts';
import { markerOf } from '../ports/write-log.ts';
import { aTicket } from './ticket.ts';

const triageIdOf = (number: number): string => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;

/** What our log says of a write: with a number for its triage. */
export const aWrite = (number: number, changes: WrittenChange[], over: Partial<LoggedWrite> = {}): LoggedWrite => ({
  triageId: triageIdOf(number),
  marker: markerOf(triageIdOf(number)),
  at: `2026-01-01T10:00:${String(number % 60).padStart(2, '0')}Z`,
  engine: 'openai',
  model: 'm-1',
  promptVersion: 'p-1',
  taxonomyVersion: 't-1',
  rulesVersion: 1,
  changes,
  undoId: null,
  undoneAt: null,
  ...over,
});

export const aChange = (field: ChangedField, to: unknown, by: Actor, from: unknown = null): FieldChange => ({
  at: '2026-01-01T10:00:00Z',
  by,
  field,
  from,
  to,
});

const NATIVE = new Set(['priority', 'groupId', 'assigneeId', 'status', 'tags']);

/** A ticket that keeps its history as Zendesk does: what changes nothing leaves no trace, each update has its own second. */
export function createTicketModel() {
  let ticket: Ticket = aTicket();
  const history: FieldChange[] = [];
  let seconds = 0;
  const read = (field: ChangedField): unknown =>
    NATIVE.has(field) ? ticket[field as 'priority'] : ticket.fields[field as 'category'];
  const change = (by: Actor, asked: Partial<Record<ChangedField, unknown>>): void => {
    seconds += 3;
    const at = new Date(Date.parse(ticket.createdAt) + seconds * 1000).toISOString();
    for (const [field, to] of Object.entries(asked) as [ChangedField, unknown][]) {
      const from = read(field) ?? null;
      if (JSON.stringify(from) === JSON.stringify(to)) continue;
      history.push({ at, by, field, from, to });
      ticket = NATIVE.has(field)
        ? { ...ticket, [field]: to, updatedAt: at }
        : { ...ticket, fields: { ...ticket.fields, [field]: to }, updatedAt: at };
    }
  };
  return {
    ticket: () => ticket,
    history,
    read,
    change,
    /** Our update, refused when the ticket has changed since it was read. */
    take({ updatedAt, fields, tags, priority, groupId, assigneeId }: TicketUpdate): void {
      if (updatedAt !== ticket.updatedAt) throw new Error('conflict');
      const given = { ...fields, priority, groupId, assigneeId, ...(tags && { tags }) };
      change('us', Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
    },
  };
}
