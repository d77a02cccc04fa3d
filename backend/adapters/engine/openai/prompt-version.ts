import { createHash } from 'node:crypto';
import type { Taxonomy } from '../../../contract/categories.ts';
import type { ClassifyInput, DraftInput, Example, MaskedText, Passage } from '../../../ports/engine.ts';
import type { Prompt } from './prompt.ts';

/** What a model is asked with. */
export type Prompts = {
  classifySystem: (taxonomy: Taxonomy) => Prompt | string;
  classifyUser: (input: ClassifyInput) => Prompt | string;
  draftSystem: Prompt | string;
  draftUser: (input: DraftInput) => Prompt | string;
};

const words = 'x' as MaskedText;
const definition = { description: 'd', examples: ['e'], subcategories: { s: 'm' } };
const taxonomy: Taxonomy = {
  version: 'v',
  categories: { a: definition, b: definition },
  urgency: { P1: 'd', P2: 'd', P3: 'd', P4: 'd' },
  sentiment: { angry: 'd', frustrated: 'd', neutral: 'd', positive: 'd' },
};
const example: Example = { subject: words, text: words, category: 'a', urgency: 'P1', sentiment: 'angry' };
const ticket = { subject: words, text: words, language: 'en' };
const source: Passage['source'] = {
  id: 'ticket:1',
  kind: 'ticket',
  title: 't',
  url: null,
  ticketId: '1',
  language: 'en',
  category: 'a',
  score: 1,
  gold: false,
  resolvedAt: null,
  resolutionHours: null,
  resolution: null,
  copies: 1,
  standing: 'current',
};
const article: Passage['source'] = { ...source, kind: 'article', gold: true, standing: 'stale' };
const drafts: DraftInput[] = (['angry', 'frustrated', 'neutral', 'positive'] as const).flatMap((sentiment) =>
  [true, false].map((clarify) => ({
    ...ticket,
    category: 'a',
    urgency: 'P1' as const,
    sentiment,
    clarify,
    passages: [source, article].map((one) => ({ source: one, question: words, answer: words })),
  })),
);

/** Of the words that do not come from a tenant or a ticket: the prompts of fixed ones are hashed. */
export function versionOf({ classifySystem, classifyUser, draftSystem, draftUser }: Prompts): string {
  const rendered = [
    classifySystem(taxonomy),
    classifyUser({ ...ticket, taxonomy, examples: [example] }),
    draftSystem,
    ...drafts.map(draftUser),
  ];
  return `p-${createHash('sha256')
    .update(JSON.stringify(rendered.map(String)))
    .digest('hex')
    .slice(0, 8)}`;
}
