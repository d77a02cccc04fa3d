import { categoriesOf } from '../contract/categories.ts';
import type { Classification } from '../contract/triage.ts';
import type { Guesses, Yardstick } from '../ports/decision.ts';
import type { ClassifyInput, Engine, Example, RawClassification, Usage } from '../ports/engine.ts';
import type { Learned } from '../ports/learned.ts';
import { isSureEnough, yardstickOf } from './assess.ts';
import { type Climbing, climb, describeFailures, type Tried } from './ladder.ts';

type Watched = { engine: Engine; raw: RawClassification; usage: Usage };

/** What an engine made of a ticket, who that was and why it was asked. */
export type Judged = {
  raw: RawClassification;
  engineId: string;
  promptVersion: string | null;
  decidedBy: Classification['decidedBy'];
  decidedWhy: Classification['decidedWhy'];
  model: string | null;
  fallbackReason: string | null;
  yardstick: Yardstick;
  guesses: Guesses[];
  tried: Tried[];
  /** The model that was not asked, since the builtin engine was sure enough. */
  spared: string | null;
};

export type ClassifyParts = Climbing & {
  learned: Learned;
  reviewBelow: number;
  /** Asked for only when a model is. */
  findExamples: () => Promise<Example[]>;
  /** Asks the model also where the builtin engine is sure enough. */
  audit: boolean;
};

/** What is left to say when no engine answered: a human decides. */
const undecided = ({ taxonomy, subject }: ClassifyInput): RawClassification => {
  const categories = categoriesOf(taxonomy);
  const value = categories.includes('general') ? 'general' : (categories.at(-1) ?? 'general');
  return {
    category: [{ value, probability: 0 }],
    urgency: [{ value: 'P3', probability: 0 }],
    sentiment: [{ value: 'neutral', probability: 0 }],
    secondary: null,
    subcategory: null,
    summary: subject.slice(0, 200),
    escalationRisk: false,
    evidence: [],
    selfReported: null,
  };
};

const guess = (engine: string, { model }: Usage, { category, urgency, sentiment }: RawClassification): Guesses[] =>
  category[0] && urgency[0] && sentiment[0]
    ? [{ engine, model, category: category[0], urgency: urgency[0], sentiment: sentiment[0] }]
    : [];

/** The builtin engine reads every ticket, also where a model decides: people's choices then say how good it would have been. */
async function watch(input: ClassifyInput, { engines, signal }: Climbing): Promise<Watched | null> {
  const engine = engines.find(({ name }) => name === 'builtin');
  const answer = await engine?.classify(input, signal).catch(() => null);
  return engine && answer?.ok ? { engine, raw: answer.value, usage: answer.usage } : null;
}

/** Classifies by the best engine that answers, or by the builtin one alone where it is as sure as the account asks. */
export async function classify(input: Omit<ClassifyInput, 'examples'>, parts: ClassifyParts): Promise<Judged> {
  const { engines, learned, reviewBelow, findExamples, audit } = parts;
  const yardstick = (engineId: string) => yardstickOf(learned, engineId, input.language, reviewBelow);
  const bare: ClassifyInput = { ...input, examples: [] };
  const watched = await watch(bare, parts);
  const watching = watched ? guess(watched.engine.id, watched.usage, watched.raw) : [];
  const [best] = engines;
  const seesMore = (input.images?.length ?? 0) > 0;
  if (watched && best?.metered && !seesMore && !audit && isSureEnough(watched.raw, yardstick(watched.engine.id)))
    return {
      raw: watched.raw,
      engineId: watched.engine.id,
      promptVersion: null,
      decidedBy: watched.engine.name,
      decidedWhy: 'sure_enough',
      model: watched.usage.model,
      fallbackReason: null,
      yardstick: yardstick(watched.engine.id),
      guesses: watching,
      tried: [],
      spared: best.id,
    };
  const examples = best?.metered ? await findExamples().catch(() => []) : [];
  const { step, tried } = await climb(parts, async (engine, signal) =>
    engine === watched?.engine
      ? { ok: true, value: watched.raw, usage: watched.usage }
      : engine.classify({ ...bare, examples }, signal),
  );
  const raw = step?.value ?? undecided(bare);
  const engineId = step?.engine.id ?? 'nobody';
  const decided = step && step.engine !== watched?.engine ? guess(engineId, step.usage, raw) : [];
  return {
    raw,
    engineId,
    promptVersion: step?.engine.promptVersion ?? null,
    decidedBy: step?.engine.name ?? 'nobody',
    decidedWhy: !step ? 'none_answered' : step.engine === best ? 'first' : 'fallback',
    model: step?.usage.model?.slice(0, 120) ?? null,
    fallbackReason: describeFailures(tried) ?? (step ? null : 'nobody was asked'),
    yardstick: yardstick(engineId),
    guesses: [...decided, ...watching],
    tried,
    spared: null,
  };
}
