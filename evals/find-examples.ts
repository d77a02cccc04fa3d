import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createExampleFinder } from '../backend/feedback/find-examples.ts';
import type { Example } from '../backend/ports/engine.ts';
import type { LearnedTicket } from '../backend/ports/store.ts';
import { asMasked } from './judge.ts';
import type { LabelledRow } from './labelled-rows.ts';
import { createRandom, shuffle } from './random.ts';

/** Shows a model the learned rows that are most like a ticket, by the product's own finder and its limits. */
export function findExamplesIn(rows: readonly LabelledRow[], seed: number): (row: LabelledRow) => Promise<Example[]> {
  const tickets = shuffle(rows, createRandom(seed)).map((row, index): LearnedTicket => {
    const labels = { category: row.label, urgency: null, sentiment: null };
    return { ...asMasked(row), ...labels, ticketId: `${index}`, language: row.language, corrected: true };
  });
  const store = { readLearnedTickets: async (_: string, { limit }: { limit: number }) => tickets.slice(0, limit) };
  const find = createExampleFinder({ store, embedder: createLexicalEmbedder() });
  return (row) => find('evals', asMasked(row));
}
