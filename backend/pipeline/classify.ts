import type { Classification } from '../contract/triage.ts';
import type { ClassifyInput, Engine, RawClassification } from '../ports/engine.ts';
import { climb, type Spend } from './ladder.ts';

const HIGH = 0.75;

const bandOf = (confidence: number, reviewBelow: number): Classification['band'] =>
  confidence < reviewBelow ? 'low' : confidence >= HIGH ? 'high' : 'medium';

/** What is left to say when no engine answered: a human decides. */
const undecided = (input: ClassifyInput): RawClassification => ({
  category: input.categories.at(-1) ?? 'general',
  secondary: null,
  subcategory: null,
  urgency: 'P3',
  sentiment: 'neutral',
  summary: input.subject.slice(0, 200),
  confidence: 0,
  candidates: [],
  escalationRisk: false,
  evidence: [],
});

export type Classified = { classification: Classification; escalationRisk: boolean };

/** Classifies by the best engine that answers; below `reviewBelow` a human decides between the two best. */
export async function classify(
  input: ClassifyInput,
  {
    engines,
    reviewBelow,
    spend,
    signal,
  }: { engines: readonly Engine[]; reviewBelow: number; spend: Spend; signal: AbortSignal },
): Promise<Classified> {
  const step = await climb(engines, (engine) => engine.classify(input, signal), spend);
  const { escalationRisk, ...raw } = step?.value ?? undecided(input);
  return {
    escalationRisk,
    classification: {
      ...raw,
      band: bandOf(raw.confidence, reviewBelow),
      needsReview: raw.confidence < reviewBelow,
      decidedBy: step?.engine.name ?? 'rules',
      model: step?.usage.model?.slice(0, 120) ?? null,
      fallbackReason: step ? step.fallbackReason : 'no engine answered',
    },
  };
}
