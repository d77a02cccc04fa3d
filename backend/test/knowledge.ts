import type { MaskedText } from '../ports/engine.ts';
import type { KnowledgeEntry, KnowledgeItem } from '../ports/knowledge.ts';
import type { Person } from '../ports/ticket.ts';

export const INVOICE_ANSWER =
  'Dear [NAME], open Settings, choose Billing and press Download next to invoice 4711. The file is made within a minute and an e-mail with the link follows.';
export const OTHER_ANSWER =
  'The page was moved: every invoice is now under Account, and older ones can be asked for by writing to us.';
export const ada: Person = { id: '10', name: 'Ada Quill', email: 'ada@quill.example' };

type Words = { title: string; question: string; answer: string };
type Over = Partial<Omit<KnowledgeItem, keyof Words> & Words>;

/** A solved ticket of Ada's about an invoice. */
export const anEntry = (id: string, over: Over = {}, people = [ada]): KnowledgeEntry => {
  const asked = { title: 'Invoice', question: 'Where do I find the invoice of last month?', answer: INVOICE_ANSWER };
  const words = { ...asked, ...over };
  const item = {
    ...{ id: `ticket:${id}`, kind: 'ticket' as const, ticketId: id, url: null, resolution: null },
    ...{ category: 'billing', urgency: null, sentiment: null, language: 'en', resolvedAt: '2026-01-01T00:00:00.000Z' },
    ...{ resolutionHours: 4, satisfaction: null, gold: false, contentHash: words.question },
    ...over,
    ...(words as Record<keyof Words, MaskedText>),
  };
  return { item, people };
};

export const anArticleEntry = (id: string, over: Over = {}): KnowledgeEntry => {
  const { item } = anEntry(id, over);
  return { item: { ...item, id: `article:en:${id}`, kind: 'article', ticketId: null }, people: [] };
};
