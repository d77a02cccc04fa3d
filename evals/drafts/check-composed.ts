import type { Classification, Draft } from '../../backend/contract/triage.ts';
import { draft } from '../../backend/pipeline/draft.ts';
import type { FoundPassage } from '../../backend/pipeline/read-passages.ts';
import type { Reader } from '../../backend/pipeline/reader.ts';
import type { Engine, MaskedText, RawDraft } from '../../backend/ports/engine.ts';
import type { Composed, Sentence } from './compose-drafts.ts';
import type { Key, Scenario } from './scenario.ts';

const KEYS = ['a', 'b', 'g', 't'] as const satisfies readonly Key[];
const ARTICLES: readonly Key[] = ['a', 'b'];
const idOf = (key: Key): string => (ARTICLES.includes(key) ? `article:xx:${key}` : `ticket:${key}`);

type Reading = Pick<Reader, 'checkDraft' | 'maskPassage'>;
const MASKING = { keep: [], regions: [] };

const CLASSIFICATION: Classification = {
  category: 'billing',
  secondary: null,
  subcategory: null,
  urgency: 'P3',
  sentiment: 'neutral',
  summary: '',
  confidence: 1,
  urgencyConfidence: 1,
  sentimentConfidence: 1,
  secondaryConfidence: null,
  band: 'high',
  needsReview: false,
  unsure: [],
  candidates: [],
  evidence: [],
  decidedBy: 'openai',
  decidedWhy: 'first',
  model: null,
  fallbackReason: null,
};

/** As they reach an engine: masked again. */
async function passagesOf({ sources }: Scenario, language: string, reader: Reading): Promise<FoundPassage[]> {
  const found = KEYS.map(async (key) => {
    const written = sources[key];
    if (!written) return [];
    const isArticle = ARTICLES.includes(key);
    const source = {
      id: idOf(key),
      kind: isArticle ? ('article' as const) : ('ticket' as const),
      title: written.title,
      url: written.url ?? null,
      ticketId: isArticle ? null : '7',
      language: written.language ?? language,
      category: null,
      score: 0.9,
      gold: key === 'g',
      resolvedAt: null,
      resolutionHours: null,
      resolution: null,
      copies: 1,
      standing: 'current' as const,
    };
    const { kind, title } = source;
    const texts = { title: title as MaskedText, question: title as MaskedText, answer: written.answer as MaskedText };
    const masked = await reader.maskPassage({ kind, ...texts, resolution: null, policy: MASKING });
    return masked ? [{ passage: { source, question: masked.question, answer: masked.answer }, feeds: true }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** An engine that says these sentences, whatever it is asked. */
function saying(sentences: readonly Sentence[], language: string): Engine {
  const gap = language === 'ja' ? '' : ' ';
  const value: RawDraft = {
    sentences: sentences.map(({ text, source, quote }, index) => ({
      text: index === sentences.length - 1 ? text : text + gap,
      sourceId: source && idOf(source),
      quote,
    })),
  };
  const usage = { model: null, promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
  return {
    name: 'openai',
    id: 'scripted',
    promptVersion: null,
    metered: false,
    available: () => true,
    classify: async () => ({ ok: false, reason: 'cannot' }),
    draft: async () => ({ ok: true, value, usage }),
  };
}

/** The draft as the product would show it, checked on its own way; null when it would show none. */
export async function checkComposed(composed: Composed, reader: Reading): Promise<Draft | null> {
  const { scenario, language, sentences } = composed;
  const { subject, text, vault, policy, products } = scenario;
  const email = vault['[EMAIL_1]'] ?? null;
  const requester = { id: '1', name: vault['[NAME_1]'] ?? null, email };
  const checked = await draft(
    {
      subject: subject as MaskedText,
      text: text as MaskedText,
      language,
      classification: CLASSIFICATION,
      found: await passagesOf(scenario, language, reader),
      vault,
      ticket: { requester, people: [requester] },
    },
    {
      climbing: {
        engines: [saying(sentences, language)],
        signal: new AbortController().signal,
        spend: async () => 'spent',
        note: () => {},
      },
      reader,
      reply: { greeting: {}, signOff: {}, askDetails: {}, policy, products, draftFrom: 'all' },
      masking: MASKING,
    },
  );
  return checked.draft;
}
