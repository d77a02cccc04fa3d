import type { Classification, Draft, Source } from '../contract/triage.ts';
import type { DraftInput, MaskedText, Passage } from '../ports/engine.ts';
import { checkDraft, gatherEvidence } from './check-draft.ts';
import { type Climbing, climb } from './ladder.ts';
import type { Ranked } from './rank.ts';

export const toSource = ({ item, score }: Ranked): Source => ({
  id: item.id,
  kind: item.kind,
  title: item.title,
  url: item.url,
  ticketId: item.ticketId,
  language: item.language,
  category: item.category,
  score,
  gold: item.gold,
  resolvedAt: item.resolvedAt,
  resolutionHours: item.resolutionHours,
});

const toPassage = (ranked: Ranked): Passage => ({
  source: toSource(ranked),
  question: ranked.item.question,
  answer: ranked.item.answer,
});

/** Drafts a reply from the ranked knowledge, or a clarifying question where a human has to decide first; null when no engine did. */
export async function draft(
  input: {
    subject: MaskedText;
    text: MaskedText;
    language: string;
    classification: Classification;
    ranked: Ranked[];
    vault: Readonly<Record<string, string>>;
  },
  climbing: Climbing,
): Promise<Draft | null> {
  const { classification, ranked, vault, ...ticket } = input;
  // An answer that its customer rated badly is shown among the sources and never repeated.
  const passages = ranked.filter(({ item }) => item.satisfaction !== 'bad').map(toPassage);
  const { unsure, needsReview } = classification;
  // An urgency that wants a look is no reason to ask the customer what the ticket is about.
  const clarify = unsure.includes('category') || (needsReview && unsure.length === 0) || passages.length === 0;
  const { category, urgency, sentiment } = classification;
  const request: DraftInput = { ...ticket, category, urgency, sentiment, passages, clarify };
  const { step } = await climb(climbing, (engine, signal) => engine.draft(request, signal));
  if (!step) return null;
  const { sourceIds } = step.value;
  const evidence = gatherEvidence(clarify ? [] : passages.filter(({ source }) => sourceIds.includes(source.id)));
  const checked = checkDraft({ text: step.value.text, language: input.language }, evidence, vault);
  if (!checked.text) return null;
  return {
    // What leans on no source is no answer, whatever was asked for.
    kind: clarify || sourceIds.length === 0 ? 'clarifying' : 'reply',
    ...checked,
    language: input.language,
    sourceIds: clarify ? [] : sourceIds,
    decidedBy: step.engine.name,
  };
}
