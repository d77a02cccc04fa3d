import type { Category, Sentiment, Urgency } from '../contract/taxonomy.ts';

/** The custom fields that hold a triage on the ticket. */
export type TriageFields = {
  category?: string | null;
  urgency?: string | null;
  sentiment?: string | null;
  confidence?: number | null;
  escalation?: boolean | null;
};

/** What the options of our drop-down fields begin with, on the ticket as tags too, and the checkbox's tag; requirements.json makes them so. */
export const OPTION_TAGS = { category: 'ait_category_', urgency: 'ait_urgency_', sentiment: 'ait_sentiment_' } as const;
export const ESCALATED_TAG = 'ait_escalated';

export type Person = { id: string; name: string | null; email: string | null };

export type Attachment = {
  name: string;
  contentType: string;
  /** In bytes, as the helpdesk says; 0 when it does not. */
  size: number;
  /** Where the helpdesk serves it; null when it came inside a mail that was unpacked. */
  url: string | null;
  /** A picture that stands in the text itself, such as a signature's logo. */
  inline?: boolean;
};

export type Comment = {
  id: string;
  authorId: string;
  /** Written by the requester or another end user, not by an agent or a system. */
  fromCustomer: boolean;
  public: boolean;
  /** Plain text as the helpdesk gives it; may be derived from `html`. */
  text: string;
  html: string | null;
  createdAt: string | null;
  attachments: Attachment[];
};

/** A helpdesk's ticket in our words: what the pipeline reads and the write-back compares with. */
export type Ticket = {
  id: string;
  subject: string;
  channel: string;
  status: string;
  /** The helpdesk's own value, `urgent` … `low`, or null when unset. */
  priority: string | null;
  groupId: string | null;
  assigneeId: string | null;
  tags: string[];
  /** Our own fields' values in our words (`billing`, `P2`); null = unset, absent = the account has no such field. */
  fields: TriageFields;
  requester: Person;
  /** Everybody named on the ticket, agents included: whose names and addresses must be masked. */
  people: Person[];
  /** Names of the organisations that those people belong to. */
  organisations: string[];
  /** Oldest first; the first one is the description. */
  comments: Comment[];
  createdAt: string;
  /** The helpdesk's stamp, 1-second resolution in Zendesk. */
  updatedAt: string;
};

/** `us`: our own API user. `rule`: a trigger, an automation or another machine of the account. */
export type Actor = 'customer' | 'agent' | 'rule' | 'us';

/** What a helpdesk keeps of a ticket's fields, in our words. */
export type ChangedField = 'status' | 'priority' | 'groupId' | 'assigneeId' | 'tags' | keyof TriageFields;

/** One entry of a ticket's history. `from` is null when the ticket was created so. */
export type FieldChange = { at: string; by: Actor; field: ChangedField; from: unknown; to: unknown };

/** A ticket that was solved, with the labels and the answer that solved it. */
export type SolvedTicket = {
  ticket: Ticket;
  category: Category | null;
  urgency: Urgency | null;
  sentiment: Sentiment | null;
  solvedAt: string;
  resolutionHours: number | null;
  satisfaction: 'good' | 'bad' | null;
  /** How often it was opened again after it was solved; null where the helpdesk does not say. */
  reopens: number | null;
  /** What solved it in the agents' own words, such as their last internal note; null where there is none. */
  resolution: string | null;
};

/** What an export says of a ticket that changed. */
export type ExportedTicket =
  | { id: string; solved: SolvedTicket }
  | { id: string; solved: null; reason: 'not_solved' | 'unreadable' };

/** A ticket that changed in any way, as a listing without its comments tells it. Times are the helpdesk's. */
export type ChangedTicket = {
  id: string;
  /** `deleted` too. */
  status: string;
  updatedAt: string;
  /** Of the last comment by anybody, the description included; null where the helpdesk does not say. */
  commentedAt: string | null;
};

export type Article = {
  id: string;
  locale: string;
  title: string;
  html: string;
  url: string | null;
  updatedAt: string;
};

/** Whether nobody works on a ticket of this status any more; what is solved can still be opened again. */
export const isOver = (status: string): boolean => status === 'solved' || status === 'closed';

/** Whose words a ticket holds: the requester and every other customer who wrote. */
export function customersOf({
  requester,
  people,
  comments,
}: Pick<Ticket, 'requester' | 'people' | 'comments'>): Person[] {
  const authors = new Set(comments.filter(({ fromCustomer }) => fromCustomer).map(({ authorId }) => authorId));
  return [requester, ...people.filter(({ id }) => authors.has(id) && id !== requester.id)];
}
