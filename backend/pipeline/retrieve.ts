import type { MaskedText } from '../ports/engine.ts';
import type { ItemFacts, ItemStore, SearchStore } from '../ports/knowledge.ts';
import { fuse, type Leg } from './retrieve/fuse.ts';
import { searchVectors, type VectorParts } from './retrieve/search-vectors.ts';
import { CONSIDERED, WIDE } from './retrieve/weights.ts';

/** Words alone are better than vectors that come too late. */
const PATIENCE_MS = 5_000;
/** Of the event loop, until a request has left. */
const TURNS = 3;

export type RetrieveParts = VectorParts & {
  store: VectorParts['store'] & Pick<SearchStore, 'searchKnowledge'> & Pick<ItemStore, 'readFacts'>;
  patienceMs?: number;
};

/** How alike an item's question is to the ticket, 0–1, before anything is preferred. */
export type Hit = { facts: ItemFacts; likeness: number };
export type Retrieved = {
  /** Best first. */
  hits: Hit[];
  /** False when the vectors did not answer and words alone had to do. */
  available: boolean;
};

/** The knowledge most like a ticket, by vectors and by words at once. */
export function retrieve(
  ticket: { id: string; subject: MaskedText; text: MaskedText },
  parts: RetrieveParts,
): Promise<Retrieved> {
  const searching = search(ticket, parts);
  // Whoever asks classifies meanwhile: a fault waits until it is asked for.
  searching.catch(() => {});
  return searching;
}

async function search(
  ticket: { id: string; subject: MaskedText; text: MaskedText },
  parts: RetrieveParts,
): Promise<Retrieved> {
  const { tenant, store, patienceMs = PATIENCE_MS } = parts;
  const text = `${ticket.subject}\n${ticket.text}` as MaskedText;
  const asking = searchVectors(text, parts, AbortSignal.timeout(patienceMs)).catch(() => 'unavailable' as const);
  // An embedded database works on this very thread: the question to the vectors goes out first.
  for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate);
  const words = toLeg(await store.searchKnowledge(tenant.id, text, WIDE));
  const known = await readFacts(words.slice(0, CONSIDERED), new Map(), parts);
  const vectors = await asking;
  const available = vectors !== 'unavailable';
  const alike = fuse(available ? vectors : null, words).slice(0, CONSIDERED);
  const factsOf = await readFacts(alike, known, parts);
  const hits = alike.flatMap(({ id, likeness }) => {
    const facts = factsOf.get(id);
    return facts && facts.ticketId !== ticket.id ? [{ facts, likeness }] : [];
  });
  return { hits, available };
}

/** Adds what is not known yet: of what words found it is read while the vectors are still being compared. */
async function readFacts(
  leg: Leg,
  known: ReadonlyMap<string, ItemFacts>,
  { tenant, store }: RetrieveParts,
): Promise<ReadonlyMap<string, ItemFacts>> {
  const missing = leg.map(({ id }) => id).filter((id) => !known.has(id));
  const read = missing.length > 0 ? await store.readFacts(tenant.id, missing) : [];
  return new Map([...known, ...read.map((facts) => [facts.id, facts] as const)]);
}

/** Shared words grow with the square of what vectors would say. */
const toLeg = (words: { id: string; score: number }[]): Leg =>
  words.map(({ id, score }) => ({ id, likeness: Math.sqrt(score) }));
