import type { Taxonomy } from '../contract/categories.ts';
import type { Source } from '../contract/triage.ts';
import type {
  Answer,
  ClassifyInput,
  DraftInput,
  Engine,
  MaskedText,
  NoAnswer,
  Passage,
  RawClassification,
  RawDraft,
} from '../ports/engine.ts';
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

export const aSource = (over: Partial<Source> = {}): Source => ({
  id: 'ticket:7',
  kind: 'ticket',
  title: 'Duplicate charge',
  url: null,
  ticketId: '7',
  language: 'en',
  category: 'billing',
  score: 0.9,
  gold: false,
  resolvedAt: null,
  resolutionHours: null,
  resolution: null,
  copies: 1,
  standing: 'current',
  ...over,
});

export const aPassage = (answer: string, over: Partial<Source> = {}, question = 'charged twice'): Passage => ({
  source: aSource(over),
  question: question as MaskedText,
  answer: answer as MaskedText,
});

export const aDraftInput = (over: Partial<DraftInput> = {}): DraftInput => ({
  subject: 'Charged twice' as MaskedText,
  text: 'I was charged twice this month. Write to [EMAIL_1].' as MaskedText,
  language: 'en',
  category: 'billing',
  urgency: 'P3',
  sentiment: 'neutral',
  passages: [],
  clarify: false,
  ...over,
});

const aDraft: RawDraft = { sentences: [{ text: 'Thank you for your message.', sourceId: null, quote: null }] };

type Script = { raw?: RawClassification; draft?: RawDraft; fails?: NoAnswer['reason'][]; throws?: boolean };

/** An engine that answers by a script, and keeps what it was asked. */
export function scriptedEngine(over: Partial<Omit<Engine, 'classify' | 'draft'>> & Script = {}) {
  const { raw = aRaw(), draft = aDraft, fails = [], throws = false, ...rest } = over;
  const asked: ClassifyInput[] = [];
  const askedToDraft: DraftInput[] = [];
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
    draft: (input) => {
      askedToDraft.push(input);
      return answer(draft);
    },
  };
  return { engine, asked, askedToDraft };
}

export const scriptedBuiltin = (script: Script = {}) =>
  scriptedEngine({ name: 'builtin', id: 'builtin', promptVersion: null, metered: false, ...script });
