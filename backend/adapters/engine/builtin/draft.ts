import type { DraftInput, Passage, RawDraft } from '../../../ports/engine.ts';
import { baseLanguage, type Phrases, phrasesFor } from './phrases.ts';
import { reusableLines } from './reusable.ts';

/** Adapts the best answer that is in the customer's language, or asks for what is missing. Says nothing that no passage says. */
export function draftReply(input: DraftInput): RawDraft {
  const phrases = phrasesFor(input.language);
  const mood = phrases.acknowledge[input.sentiment];
  const answer = input.clarify ? null : bestAnswer(input.passages, baseLanguage(input.language));
  if (answer) return letter(phrases, [sentence(phrases, mood, phrases.lead), answer.lines.join('\n')], [answer.id]);
  const known = !input.clarify && input.passages.length > 0 ? phrases.similar : '';
  return letter(phrases, [sentence(phrases, mood, known, question(phrases, input.category))], []);
}

function bestAnswer(passages: readonly Passage[], language: string): { lines: string[]; id: string } | null {
  for (const { source, answer } of passages) {
    if (baseLanguage(source.language) !== language) continue;
    const lines = reusableLines(answer, source.kind);
    if (lines.length > 0) return { lines, id: source.id };
  }
  return null;
}

const question = ({ clarify }: Phrases, category: string): string =>
  Object.entries(clarify).find(([name]) => name === category)?.[1] ?? clarify.general;

const sentence = ({ space }: Phrases, ...parts: string[]): string => parts.filter((part) => part !== '').join(space);

function letter({ greeting, closing }: Phrases, paragraphs: string[], sourceIds: string[]): RawDraft {
  return { text: [greeting, ...paragraphs, closing].join('\n\n'), sourceIds };
}
