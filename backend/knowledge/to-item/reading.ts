import type { Masker, MaskingPolicy } from '../../ports/masker.ts';
import type { Comment, Ticket } from '../../ports/ticket.ts';

/** Text handling that belongs to the pipeline and is handed in, since the two share no code of their own. */
export type Reading = {
  masker: Masker;
  policy: MaskingPolicy;
  /** The customer's own words of a ticket. */
  readOwnWords: (ticket: Ticket) => Promise<string>;
  /** An agent's own words in a comment: without what they quote, and without their signature where it can be told. */
  readReply: (reply: Comment, ticket: Ticket) => Promise<string>;
  htmlToText: (html: string) => string;
  detectLanguage: (text: string) => string;
};
