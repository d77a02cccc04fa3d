import type { ImportNote, KnowledgeItem, LeftOut } from '../../ports/knowledge.ts';
import type { Article, SolvedTicket } from '../../ports/ticket.ts';

/** What a row says of an item that is not read from its words. */
export type Known = Partial<Pick<KnowledgeItem, 'language' | 'url' | 'resolvedAt'>>;

/** What a source says of one thing. */
export type Content =
  | { solved: SolvedTicket; known?: Known }
  | { article: Article; known?: Known }
  /** No knowledge, or not any longer; `id`: the item's, where there can be one. */
  | { leftOut: LeftOut; id: string | null };

/** Something that a source came across; `place` names it to people: an id, a row. */
export type Found = { place: string; notes?: readonly ImportNote[] } & Content;

export type Batch = {
  found: Found[];
  /** Where to go on once the batch is stored. */
  position: string;
  /** How many there are to read in all, as far as is known by now; absent: as before. */
  total?: number | null;
  /** Where the next import begins. */
  cursor?: { name: string; value: string };
  /** With this batch the listing of all articles is complete. */
  articlesComplete?: boolean;
  notes?: readonly ImportNote[];
};

/** Why a source as a whole cannot be read. */
export type Refusal = { refused: string };

/** Reads on from a position; null: from the beginning. */
export type Source = (position: string | null) => AsyncIterable<Batch | Refusal>;
