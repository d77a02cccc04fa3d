import type { SidebarSettings } from '../contract/settings.ts';
import type { ZendeskTicket } from '../contract/zendesk-ticket.ts';
import type { GroupAgent } from './assignment.ts';
import type { Article, ChangedTicket, ExportedTicket, FieldChange, Ticket, TriageFields } from './ticket.ts';

export type WebhookDelivery = { headers: Headers; body: Uint8Array; now: Date };

/** What a delivery says once its signature holds. `eventKey` is made from signed bytes only. */
export type WebhookEvent = { eventKey: string; ticketId: string; type: string; actorId: string | null };
export type WebhookRefusal = { refused: 'no_signature' | 'bad_timestamp' | 'bad_signature' | 'bad_body' };

/** One write: everything that changes goes to the helpdesk together or not at all. */
export type TicketUpdate = {
  ticketId: string;
  /** The stamp that was read; the helpdesk refuses the write when it has moved on. */
  updatedAt: string;
  fields: TriageFields;
  /** The whole tag set after the diff, null when tags stay as they are. */
  tags: string[] | null;
  /** Null unsets it, as only an undo does; so with the two below. */
  priority?: string | null;
  groupId?: string | null;
  assigneeId?: string | null;
  /** Agents, by id or address, who are to be told of what happens on the ticket from now on. */
  followers?: readonly string[];
  /** A private note; never shown to the customer. */
  note?: string;
  /** Asks the customer for details, in the account's fixed words of this language and in place of a note: the only thing that they are sent. */
  askDetailsIn?: string;
};

/** Why an attachment was not read; a value, because a triage goes on without it. */
export type AttachmentRefusal = 'too_large' | 'not_allowed' | 'gone' | 'unreachable';

/** `cursor` is where to go on, also later: keep it; null begins again. `more` says whether there is more now. */
export type Page<T> = { items: T[]; cursor: string | null; more: boolean };

/** A tenant's helpdesk account. Calls throw OutsideError; `conflict` means that somebody changed the ticket first. */
export type Helpdesk = {
  parseWebhook(delivery: WebhookDelivery): WebhookEvent | WebhookRefusal;
  /** The ticket as an agent's own session read it, in our words. */
  readSnapshot(snapshot: ZendeskTicket): Promise<Ticket>;
  /** Reads a ticket, its comments and their authors; null when it does not exist or was deleted. */
  fetchTicket(ticketId: string): Promise<Ticket | null>;
  /** Who changed which field when, oldest first; what the fields were created with is the first entries. Comments leave none. */
  fetchHistory(ticketId: string): Promise<FieldChange[]>;
  /** An attachment's bytes, at most `maxBytes` of them. Never throws; asks no host but the helpdesk's own. */
  fetchAttachment(url: string, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array | AttachmentRefusal>;
  /** Writes once. Throws `bad_answer` when the helpdesk says 200 and the ticket does not carry what was asked. */
  updateTicket(update: TicketUpdate): Promise<void>;
  /** The user that our own writes are made as, to tell our echoes from people's changes; null until it is known. */
  ownUserId(): string | null;
  /** Our fields' ids, and of these teams the groups. */
  fetchSettings(teams: readonly string[]): Promise<Pick<SidebarSettings, 'fields' | 'teams'>>;
  /** The agents of a group who can have tickets, our own user left out; may be a minute old. */
  fetchAgents(groupId: string): Promise<GroupAgent[]>;
  /** The tickets changed since the cursor, oldest change first. */
  fetchExport(cursor: string | null): Promise<Page<ExportedTicket>>;
  /** The same without their comments, which costs one request a page; `since`: where it begins when there is no cursor. */
  fetchChanged(cursor: string | null, since: Date): Promise<Page<ChangedTicket>>;
  /** One ticket as the export would say it; null when it does not exist or was deleted. */
  fetchExported(ticketId: string): Promise<ExportedTicket | null>;
  /** How many tickets an import from the beginning would read; null where the helpdesk does not say. */
  countTickets(): Promise<number | null>;
  /** The public articles in every locale; a listing that began at null and went to its end has seen all there are. */
  fetchArticles(cursor: string | null): Promise<Page<Article>>;
};
