import type { Answer, Engine, RawClassification } from '../../../ports/engine.ts';
import { ask, createClient } from './ask.ts';
import { classifySystem, classifyUser, DRAFT_SYSTEM, draftUser } from './prompts.ts';
import { classificationShape, draftShape, type ModelClassification } from './shapes.ts';

const clamp = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0);

/** Schema-valid nonsense gives itself away: no summary, or a certainty that is no probability. */
function toClassification(said: ModelClassification): RawClassification | null {
  const summary = said.summary.trim();
  if (!summary) return null;
  const confidence = clamp(said.confidence);
  const secondary = said.secondary === 'none' || said.secondary === said.category ? null : said.secondary;
  return {
    category: said.category,
    secondary,
    subcategory: said.subcategory.trim().slice(0, 80) || null,
    urgency: said.urgency,
    sentiment: said.sentiment,
    summary: summary.slice(0, 400),
    confidence,
    candidates: [
      { category: said.category, confidence },
      ...(said.runner_up === said.category ? [] : [{ category: said.runner_up, confidence: clamp(1 - confidence) }]),
    ],
    escalationRisk: said.escalation_risk,
    evidence: said.evidence.map((word) => word.slice(0, 80)).slice(0, 6),
  };
}

const check = <T, U>(answer: Answer<T>, read: (value: T) => U | null): Answer<U> => {
  if (!answer.ok) return answer;
  const value = read(answer.value);
  return value === null ? { ok: false, reason: 'nonsense' } : { ...answer, value };
};

/** Any OpenAI-compatible endpoint with strict JSON schemas. */
export function createOpenAiEngine(options: {
  apiKey: string;
  baseURL: string;
  model: string;
  fetch: typeof fetch;
}): Engine {
  const client = createClient(options);
  const { model } = options;
  return {
    name: 'openai',
    async classify(input, signal) {
      const question = {
        name: 'ticket_classification',
        model,
        system: classifySystem(input.categories),
        user: classifyUser(input),
        images: input.images ?? [],
        temperature: 0,
        maxTokens: 500,
        shape: classificationShape(input.categories),
      };
      return check(await ask(client, question, signal), toClassification);
    },
    async draft(input, signal) {
      const question = {
        name: 'reply_draft',
        model,
        system: DRAFT_SYSTEM,
        user: draftUser(input),
        temperature: 0.3,
        maxTokens: 900,
        shape: draftShape,
      };
      const known = new Set(input.passages.map(({ source }) => source.id));
      return check(await ask(client, question, signal), ({ reply, source_ids }) =>
        reply.trim()
          ? { text: reply.trim().slice(0, 6000), sourceIds: [...new Set(source_ids)].filter((id) => known.has(id)) }
          : null,
      );
    },
  };
}
