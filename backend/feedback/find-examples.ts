import type { Taxonomy } from '../contract/categories.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Example, MaskedText } from '../ports/engine.ts';
import { PLACEHOLDER } from '../ports/masker.ts';
import type { LearnedStore, LearnedTicket } from '../ports/store.ts';

/** Shown to a model beside the ticket. */
const SHOWN = 4;
/** Shown of each, and compared: what a ticket is about stands at its beginning. */
const CHARACTERS = 600;
/** Under this a ticket is no example for another one. */
const ALIKE = 0.2;
/** The newest ones; older ones have had their say in the builtin engine's training. */
const KEPT = 500;
const FRESH_MS = 5_000;
/** Nobody's words stay in memory longer than this after the last ticket. */
const HELD_MS = 10 * 60_000;

type Indexed = { ticket: LearnedTicket; vector: number[] };

const similarity = (a: number[], b: number[]): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

const textOf = ({ subject, text }: { subject: MaskedText; text: MaskedText }) =>
  `${subject}\n${text.slice(0, CHARACTERS)}`.toWellFormed() as MaskedText;

/** Placeholders of another ticket lose their numbers, or this ticket's values could be put in their place. */
const unnumbered = (text: string): MaskedText =>
  text.replaceAll(PLACEHOLDER, (placeholder) => placeholder.replace(/_\d+/, '')).toWellFormed() as MaskedText;

const toExample = ({ subject, text, category, urgency, sentiment }: LearnedTicket): Example => ({
  subject: unnumbered(subject),
  text: unnumbered(text.slice(0, CHARACTERS)),
  category,
  urgency,
  sentiment,
});

/**
 * Finds, among the tickets that people put right, those most like a new one: never the ticket itself, nor one of a category
 * that is gone. `embedder` must be one that needs no network.
 */
export function createExampleFinder({
  store,
  embedder,
  taxonomyOf = async () => null,
}: {
  store: Pick<LearnedStore, 'readLearnedTickets'>;
  embedder: Embedder;
  taxonomyOf?: (tenantId: string) => Promise<Pick<Taxonomy, 'categories'> | null>;
}) {
  const indexes = new Map<string, { at: number; index: Promise<Indexed[]> }>();

  /** Only what is new has to be embedded. */
  const build = async (tenantId: string, before: Indexed[]): Promise<Indexed[]> => {
    const tickets = await store.readLearnedTickets(tenantId, {
      correctedOnly: true,
      limit: KEPT,
      characters: CHARACTERS,
    });
    const known = new Map(before.map(({ ticket, vector }) => [textOf(ticket), vector]));
    const fresh = [...new Set(tickets.map(textOf))].filter((text) => !known.has(text));
    const vectors = fresh.length > 0 ? await embedder.embed(fresh) : [];
    for (const [at, text] of fresh.entries()) known.set(text, vectors[at] ?? []);
    return tickets.map((ticket) => ({ ticket, vector: known.get(textOf(ticket)) ?? [] }));
  };
  const indexOf = (tenantId: string): Promise<Indexed[]> => {
    const last = indexes.get(tenantId);
    if (last && Date.now() - last.at < FRESH_MS) return last.index;
    const index = Promise.resolve(last?.index ?? []).then((before) => build(tenantId, before));
    indexes.set(tenantId, { at: Date.now(), index });
    setTimeout(() => {
      if (indexes.get(tenantId)?.index === index) indexes.delete(tenantId);
    }, HELD_MS).unref();
    index.catch(() => indexes.delete(tenantId));
    return index;
  };

  return async (
    tenantId: string,
    ticket: { ticketId?: string; subject: MaskedText; text: MaskedText },
  ): Promise<Example[]> => {
    const index = await indexOf(tenantId);
    const [vector] = index.length > 0 ? await embedder.embed([textOf(ticket)]) : [];
    if (!vector) return [];
    const categories = (await taxonomyOf(tenantId))?.categories ?? null;
    const mayShow = ({ ticketId, category }: LearnedTicket): boolean =>
      ticketId !== ticket.ticketId && (!categories || category === null || Object.hasOwn(categories, category));
    return index
      .filter((one) => mayShow(one.ticket))
      .map((one) => ({ ...one, alike: similarity(one.vector, vector) }))
      .filter(({ alike }) => alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, SHOWN)
      .map((one) => toExample(one.ticket));
  };
}
