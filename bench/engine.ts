import { createBuiltinEngine, loadExamples } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { createMasker } from '../backend/adapters/masker/builtin/create-masker.ts';
import { detectLanguage } from '../backend/pipeline/preprocess/detect-language.ts';
import type { ClassifyInput } from '../backend/ports/engine.ts';
import { type Row, spread } from './benchmark.ts';

const WARM_UP = 200;
const CATEGORIES = ['billing', 'technical', 'account', 'feature_request', 'general'];

/** The builtin engine on its own: learning at start, then one classification a ticket. */
export async function measureEngine(): Promise<Row[]> {
  const startedAt = performance.now();
  const engine = createBuiltinEngine();
  const trainedMs = performance.now() - startedAt;
  const masker = createMasker();
  const inputs = loadExamples().map(
    ({ subject, text }): ClassifyInput => ({
      subject: masker.mask(subject, { people: [] }).text,
      text: masker.mask(text, { people: [] }).text,
      language: detectLanguage(text),
      categories: CATEGORIES,
    }),
  );
  const signal = new AbortController().signal;
  for (const input of inputs.slice(0, WARM_UP)) await engine.classify(input, signal);
  const times: number[] = [];
  for (const input of inputs) {
    const from = performance.now();
    await engine.classify(input, signal);
    times.push(performance.now() - from);
  }
  return [
    ['learning at start', `${Math.round(trainedMs)} ms`, `${inputs.length} labelled tickets`],
    ['classify one ticket', spread(times), 'promised: at most 2 ms'],
  ];
}
