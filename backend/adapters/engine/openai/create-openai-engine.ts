import { categoriesOf, type Taxonomy } from '../../../contract/categories.ts';
import { sentimentSchema, urgencySchema } from '../../../contract/taxonomy.ts';
import type { Answer, Engine, RawClassification, RewriteInput, Score } from '../../../ports/engine.ts';
import { ask, createClient, type Spelled } from './ask.ts';
import type { Breaker } from './breaker.ts';
import {
  classifySystem,
  classifyUser,
  DRAFT_SYSTEM,
  draftUser,
  PROMPT_VERSION,
  REWRITE_SYSTEM,
  rewriteUser,
} from './prompts.ts';
import { readDraft } from './read-draft.ts';
import { readRewrite } from './read-rewrite.ts';
import { classificationShape, draftShape, type ModelClassification, NONE, rewriteShape } from './shapes.ts';
import { valueScores } from './value-scores.ts';

export { type Breaker, createBreaker } from './breaker.ts';

const clamp = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0);

const subcategoryOf = ({ category, subcategory }: ModelClassification): string | null =>
  subcategory.startsWith(`${category}/`) ? subcategory.slice(category.length + 1) : null;

/** Schema-valid nonsense gives itself away by a missing summary. A provider that gives no log-probabilities has no confidence. */
function toClassification(
  { said, content, tokens }: Spelled<ModelClassification>,
  taxonomy: Taxonomy,
): RawClassification | null {
  const summary = said.summary.trim();
  if (!summary) return null;
  const score = <Value extends string>(key: string, value: Value, values: readonly Value[]): Score<Value>[] =>
    valueScores(content, tokens, key, values) ?? [{ value, probability: 0 }];
  const categories = categoriesOf(taxonomy);
  const [secondary] = score('secondary', said.secondary, [NONE, ...categories]);
  const hasSecondary = said.secondary !== NONE && said.secondary !== said.category;
  return {
    category: score('category', said.category, categories),
    urgency: score('urgency', said.urgency, urgencySchema.options),
    sentiment: score('sentiment', said.sentiment, sentimentSchema.options),
    secondary: hasSecondary ? { value: said.secondary, probability: secondary?.probability ?? 0 } : null,
    subcategory: subcategoryOf(said),
    summary: summary.slice(0, 400),
    escalationRisk: said.escalation_risk,
    evidence: said.evidence.map((word) => word.slice(0, 80)).slice(0, 6),
    selfReported: clamp(said.confidence),
  };
}

const check = <T, U>(answer: Answer<T>, read: (value: T) => U | null): Answer<U> => {
  if (!answer.ok) return answer;
  const value = read(answer.value);
  return value === null ? { ok: false, reason: 'nonsense', usage: answer.usage } : { ...answer, value };
};

const rewriteQuestion = (input: RewriteInput, model: string) => ({
  name: 'draft_rewrite',
  model,
  system: REWRITE_SYSTEM,
  user: rewriteUser(input),
  temperature: 0.3,
  maxTokens: 4000,
  shape: rewriteShape(input.sentences.length),
});

/** Any OpenAI-compatible endpoint with strict JSON schemas. Engines of one provider and key share its breaker. */
export function createOpenAiEngine(options: {
  apiKey: string;
  baseURL: string;
  model: string;
  fetch: typeof fetch;
  breaker: Breaker;
}): Engine {
  const client = createClient(options);
  const { model, breaker } = options;
  let takesLogprobs = true;
  return {
    name: 'openai',
    id: `openai:${model}`,
    promptVersion: PROMPT_VERSION,
    metered: true,
    available: () => breaker.isClosed(),
    async classify(input, signal) {
      const question = {
        name: 'ticket_classification',
        model,
        system: classifySystem(input.taxonomy),
        user: classifyUser(input),
        images: input.images ?? [],
        temperature: 0,
        maxTokens: 500,
        shape: classificationShape(input.taxonomy),
        logprobs: takesLogprobs,
      };
      const answer = await breaker.run(() => ask(client, question, signal), signal);
      if ('withoutLogprobs' in answer) {
        takesLogprobs = false;
        // For the caller to ask again: a second call is the caller's to count.
        return { ok: false, reason: 'server_error' };
      }
      return check(answer, (spelled) => toClassification(spelled, input.taxonomy));
    },
    async draft(input, signal) {
      const question = {
        name: 'reply_draft',
        model,
        system: DRAFT_SYSTEM,
        user: draftUser(input),
        temperature: 0.3,
        maxTokens: 1500,
        shape: draftShape(input.clarify ? 0 : input.passages.length),
      };
      const answer = await breaker.run(() => ask(client, question, signal), signal);
      return check(answer, ({ said }) => readDraft(said, input));
    },
    async rewrite(input, signal) {
      const question = rewriteQuestion(input, model);
      const answer = await breaker.run(() => ask(client, question, signal), signal);
      return check(answer, ({ said }) => readRewrite(said, input));
    },
  };
}
