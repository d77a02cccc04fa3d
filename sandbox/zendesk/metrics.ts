import type { Ticket } from './state.ts';

const MINUTE_MS = 60_000;
const isSolved = (status: string): boolean => status === 'solved' || status === 'closed';

/** Keeps when a ticket was solved, and how often it was opened again. */
export function noteStatus(ticket: Ticket, before: string, at: string): void {
  if (isSolved(before) === isSolved(ticket.status)) return;
  if (isSolved(ticket.status)) ticket.solved_at = at;
  else {
    ticket.solved_at = null;
    ticket.reopens = (ticket.reopens ?? 0) + 1;
  }
}

/** What `include=metric_sets` puts into a ticket. */
export function viewMetricSet(ticket: Ticket, url: string) {
  const solved_at = ticket.solved_at ?? null;
  const minutes =
    solved_at === null ? null : Math.floor((Date.parse(solved_at) - Date.parse(ticket.created_at)) / MINUTE_MS);
  const replies = ticket.comments.filter(
    (comment) => comment.public && comment.author_id !== ticket.requester_id,
  ).length;
  return {
    url: `${url}/api/v2/ticket_metrics/${ticket.id}.json`,
    id: ticket.id,
    ticket_id: ticket.id,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    group_stations: ticket.group_id === null ? 0 : 1,
    assignee_stations: ticket.assignee_id === null ? 0 : 1,
    reopens: ticket.reopens ?? 0,
    replies,
    latest_comment_added_at: ticket.comments.at(-1)?.created_at ?? null,
    solved_at,
    full_resolution_time_in_minutes: { calendar: minutes, business: minutes },
  };
}
