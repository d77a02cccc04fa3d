import type {
  Answer,
  ClassifyInput,
  Engine,
  MaskedText,
  NoAnswer,
  RawClassification,
  RawDraft,
} from '../ports/engine.ts';
import type { Taxonomy } from '../ports/taxonomy.ts';
import shipped from '../taxonomy.json' with { type: 'json' };
import { aRaw } from './decision.ts';

export const aTaxonomy = (over: Partial<Taxonomy> = {}): Taxonomy => ({ ...shipped, version: 't-1', ...over });

export const aClassifyInput = (over: Partial<ClassifyInput> = {}): ClassifyInput => ({
  subject: 'Charged twice' as MaskedText,
  text: 'I was charged twice this month. Write to [EMAIL_1].' as MaskedText,
  language: 'en',
  taxonomy: aTaxonomy(),
  examples: [],
  ...over,
});

type Script = { raw?: RawClassification; draft?: RawDraft; fails?: NoAnswer['reason'][]; throws?: boolean };

/** An engine that answers by a script, and keeps what it was asked. */
export function scriptedEngine(over: Partial<Omit<Engine, 'classify' | 'draft'>> & Script = {}) {
  const { raw = aRaw(), draft = { text: 'Hello', sourceIds: [] }, fails = [], throws = false, ...rest } = over;
  const asked: ClassifyInput[] = [];
  const left = [...fails];
  const model = rest.metered ? 'gpt-4o-mini-2024-07-18' : null;
  const usage = { model, promptTokens: 100, cachedTokens: 0, completionTokens: 10 };
  const answer = async <T>(value: T): Promise<Answer<T>> => {
    if (throws) throw new Error('broken');
    const reason = left.shift();
    return reason ? { ok: false, reason } : { ok: true, value, usage };
  };
  const engine: Engine = {
    name: 'openai',
    id: 'openai:gpt-4o-mini',
    promptVersion: 'p-1',
    metered: true,
    available: () => true,
    ...rest,
    classify: (input) => {
      asked.push(input);
      return answer(raw);
    },
    draft: () => answer(draft),
  };
  return { engine, asked };
}

export const scriptedBuiltin = (script: Script = {}) =>
  scriptedEngine({ name: 'builtin', id: 'builtin', promptVersion: null, metered: false, ...script });
