import { createHash } from 'node:crypto';
import type { MaskedText } from '../ports/engine.ts';
import type { Masker, MaskHints, MaskingPolicy } from '../ports/masker.ts';
import type { KnowledgeItem } from '../ports/store.ts';
import type { Article, SolvedTicket } from '../ports/ticket.ts';

/** Text handling that belongs to the pipeline and is handed in, since the two share no code of their own. */
export type Reading = {
  masker: Masker;
  policy: MaskingPolicy;
  /** The customer's own words of a ticket. */
  readOwnWords: (ticket: SolvedTicket['ticket']) => Promise<string>;
  htmlToText: (html: string) => string;
  detectLanguage: (text: string) => string;
};

const QUESTION_CHARS = 2_000;
const ANSWER_CHARS = 4_000;
/** Masked before it is cut, so that no half of a number survives at the cut; nothing beyond this is kept anyway. */
const READ_CHARS = 20_000;
/** With fewer words an answer says nothing to the next customer ("solved by phone"). */
const ANSWER_WORDS = 20;
const words = new Intl.Segmenter('en', { granularity: 'word' });
const GOLD_TAG = 'gold_standard';
const NUMBERED = /\[([A-Z][A-Z_]*)_\d+\]/g;

/** Of another ticket's person only the kind is kept: an unnumbered placeholder belongs to no vault and restores to nothing. */
const anonymous = (text: string, hints: MaskHints, masker: Masker, length: number): MaskedText => {
  const masked = masker.mask(text.slice(0, READ_CHARS), hints).text;
  return masked.replaceAll(NUMBERED, '[$1]').slice(0, length) as MaskedText;
};

const countWords = (text: string): number =>
  [...words.segment(text.slice(0, ANSWER_CHARS))].filter(({ isWordLike }) => isWordLike).length;

const hash = (...parts: (string | null)[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** A solved ticket as knowledge; null when it holds no usable answer. */
export async function toTicketItem(
  solved: SolvedTicket,
  { masker, policy, readOwnWords, detectLanguage }: Reading,
): Promise<KnowledgeItem | null> {
  const { ticket } = solved;
  const reply = ticket.comments.findLast((comment) => comment.public && !comment.fromCustomer);
  const asked = await readOwnWords(ticket);
  if (!reply || countWords(reply.text) <= ANSWER_WORDS || !asked.trim()) return null;
  const hints = { people: ticket.people, organisations: ticket.organisations, policy };
  const title = anonymous(ticket.subject, hints, masker, 280);
  const question = anonymous(asked, hints, masker, QUESTION_CHARS);
  const answer = anonymous(reply.text, hints, masker, ANSWER_CHARS);
  return {
    id: `ticket:${ticket.id}`,
    kind: 'ticket',
    ticketId: ticket.id,
    url: null,
    title,
    question,
    answer,
    category: solved.category,
    language: detectLanguage(`${ticket.subject}\n${asked}`),
    resolvedAt: solved.solvedAt,
    resolutionHours: solved.resolutionHours,
    satisfaction: solved.satisfaction,
    gold: ticket.tags.includes(GOLD_TAG),
    contentHash: hash(title, question),
  };
}

/** A help-centre article as knowledge; null when it is empty. */
export function toArticleItem(article: Article, { masker, policy, htmlToText }: Reading): KnowledgeItem | null {
  const body = htmlToText(article.html).trim();
  if (!body) return null;
  const title = anonymous(article.title, { people: [], policy }, masker, 280);
  const text = anonymous(body, { people: [], policy }, masker, ANSWER_CHARS);
  return {
    id: `article:${article.locale}:${article.id}`,
    kind: 'article',
    ticketId: null,
    url: article.url,
    title,
    question: text.slice(0, QUESTION_CHARS) as MaskedText,
    answer: text,
    category: null,
    language: article.locale.slice(0, 2).toLowerCase(),
    resolvedAt: null,
    resolutionHours: null,
    satisfaction: null,
    gold: false,
    contentHash: hash(title, text),
  };
}
