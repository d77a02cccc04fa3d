import { measureClassification } from './classification.ts';
import { measureCleaning } from './cleaning.ts';
import { EvalFailure } from './failure.ts';
import { measureLanguage } from './language.ts';
import type { Options } from './options.ts';
import { measurePii } from './pii.ts';
import { measureRetrieval } from './retrieval.ts';
import { measureExamples } from './shipped-examples.ts';
import { measureLines } from './signals.ts';

export type Result = Record<string, unknown>;
type Measuring = (options: Options) => Promise<Result>;

const MEASURES: Record<string, Measuring> = {
  category: (options) => measureClassification('category', options),
  urgency: (options) => measureClassification('urgency', options),
  sentiment: (options) => measureClassification('sentiment', options),
  escalation: (options) => measureClassification('escalation', options),
  examples: measureExamples,
  retrieval: measureRetrieval,
  cleaning: measureCleaning,
  pii: measurePii,
  language: measureLanguage,
  signals: measureLines,
  // These two bring the whole backend along, which the others need not wait for.
  drafts: async (options) => (await import('./drafts.ts')).measureDrafts(options),
  injection: async (options) => (await import('./injection.ts')).measureInjection(options),
};

export function findMeasure(what: string): Measuring {
  const measure = Object.hasOwn(MEASURES, what) ? MEASURES[what] : undefined;
  if (measure) return measure;
  throw new EvalFailure(`${what} is unknown: choose one of ${Object.keys(MEASURES).join(', ')}, report`);
}
