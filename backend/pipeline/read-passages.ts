import type { Source } from '../contract/triage.ts';
import type { Passage } from '../ports/engine.ts';
import type { MaskingPolicy } from '../ports/masker.ts';
import type { DraftFrom } from '../ports/reply-rules.ts';
import type { MaskedPassage } from './mask-passage.ts';
import type { Ranked } from './rank.ts';
import type { Reader } from './reader.ts';

/** A passage, and whether a draft may be made of it: what may not is still shown among the similar ones. */
export type FoundPassage = { passage: Passage; feeds: boolean };

const TITLE = 300;
const RESOLUTION = 400;

function toSource({ item, score, facts }: Ranked, { title, resolution }: MaskedPassage): Source {
  return {
    id: item.id,
    kind: item.kind,
    title: title.slice(0, TITLE),
    url: item.url,
    ticketId: item.ticketId,
    language: item.language,
    category: item.category,
    score,
    gold: item.gold,
    resolvedAt: item.resolvedAt,
    resolutionHours: item.resolutionHours,
    resolution: resolution?.slice(0, RESOLUTION) ?? null,
    copies: facts.copies,
    standing: facts.standing,
  };
}

/** An answer that its customer rated badly and nobody approved, or that a newer one contradicts, is repeated to nobody. */
function mayFeed({ item, facts }: Ranked, draftFrom: DraftFrom): boolean {
  if (item.kind === 'article') return facts.standing !== 'superseded';
  if ((item.satisfaction === 'bad' && !item.gold) || facts.standing === 'superseded') return false;
  return draftFrom === 'all' || (draftFrom === 'approved' && item.gold);
}

/** What was found, masked again before any engine or agent sees it. What could not be read to its end is left out. */
export async function readPassages(
  ranked: readonly Ranked[],
  { reader, masking, draftFrom }: { reader: Pick<Reader, 'maskPassage'>; masking: MaskingPolicy; draftFrom: DraftFrom },
): Promise<FoundPassage[]> {
  const read = await Promise.all(
    ranked.map(async (found): Promise<FoundPassage | null> => {
      const { kind, title, question, answer, resolution } = found.item;
      const masked = await reader.maskPassage({ kind, title, question, answer, resolution, policy: masking });
      if (!masked) return null;
      const passage = { source: toSource(found, masked), question: masked.question, answer: masked.answer };
      return { passage, feeds: mayFeed(found, draftFrom) };
    }),
  );
  return read.filter((found) => found !== null);
}
