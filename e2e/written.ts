import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { ticketIds } from './many-tickets.ts';

const MARKER = /^ait_run_/;

export const isMarked = (zendesk: ZendeskSandbox, id: number): boolean =>
  zendesk.readTicket(id).tags.some((tag) => MARKER.test(tag));

function lookAt(zendesk: ZendeskSandbox, id: number) {
  const { comments, tags, audits } = zendesk.readTicket(id);
  const isOurs = ({ author_id }: { author_id: number }) => author_id === zendesk.ownUserId;
  const ours = comments.filter(isOurs);
  const lastOfCustomer = comments.findLastIndex((comment) => !isOurs(comment));
  return {
    id,
    writes: audits.filter(isOurs).length,
    notes: ours.filter((comment) => !comment.public).length,
    publicComments: ours.filter((comment) => comment.public).length,
    markers: tags.filter((tag) => MARKER.test(tag)).length,
    /** Whether a note of ours comes after all that the customer has written. */
    isCurrent: comments.findLastIndex(isOurs) > lastOfCustomer,
  };
}

/** What stands on the tickets at the end. `moved`: those whose customer has written again, which may have a write for each text. */
export function countWritten(zendesk: ZendeskSandbox, tickets: number, moved: readonly number[] = []) {
  const seen = ticketIds(tickets).map((id) => lookAt(zendesk, id));
  const most = (id: number) => (moved.includes(id) ? 2 : 1);
  const count = (holds: (each: (typeof seen)[number]) => boolean) => seen.filter(holds).length;
  return {
    lost: count(({ notes }) => notes === 0),
    doubled: count(({ id, notes, writes }) => notes > most(id) || writes > most(id)),
    outdated: count(({ isCurrent }) => !isCurrent),
    exactlyOneMarker: count(({ markers }) => markers === 1),
    publicComments: seen.reduce((sum, each) => sum + each.publicComments, 0),
  };
}
