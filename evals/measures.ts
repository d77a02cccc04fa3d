import { measureClassification } from './classification.ts';
import { measureCleaning } from './cleaning.ts';
import { EvalFailure } from './failure.ts';
import { measureLanguage } from './language.ts';
import type { Options } from './options.ts';
import { measurePii } from './pii.ts';
import { measureRetrieval } from './retrieval.ts';
import { measureExamples } from './shipped-examples.ts';

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
};
const PLANNED = ['injection', 'drafts'];

export function findMeasure(what: string): Measuring {
  const measure = Object.hasOwn(MEASURES, what) ? MEASURES[what] : undefined;
  if (measure) return measure;
  if (PLANNED.includes(what)) throw new EvalFailure(`${what} is not available yet`);
  throw new EvalFailure(`${what} is unknown: choose one of ${Object.keys(MEASURES).join(', ')}, report`);
}
