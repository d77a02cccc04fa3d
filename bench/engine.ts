import {
  createBuiltinEngine,
  loadExamples,
  loadShippedModel,
  trainModel,
} from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { createMasker } from '../backend/adapters/masker/builtin/create-masker.ts';
import { detectLanguage } from '../backend/pipeline/preprocess/detect-language.ts';
import type { ClassifyInput } from '../backend/ports/engine.ts';
import taxonomy from '../backend/taxonomy.json' with { type: 'json' };
import { type Row, spread } from './benchmark.ts';

const WARM_UP = 200;

const timed = <T>(work: () => T): { value: T; ms: number } => {
  const startedAt = performance.now();
  const value = work();
  return { value, ms: performance.now() - startedAt };
};

/** The builtin engine on its own: reading its model at start, one classification a ticket, and training. */
export async function measureEngine(): Promise<Row[]> {
  const loaded = timed(loadShippedModel);
  const engine = createBuiltinEngine({ model: loaded.value });
  const masker = createMasker();
  const inputs = loadExamples().map(
    ({ subject, text }): ClassifyInput => ({
      subject: masker.mask(subject, { people: [] }).text,
      text: masker.mask(text, { people: [] }).text,
      language: detectLanguage(text),
      taxonomy: { ...taxonomy, version: 'shipped' },
      examples: [],
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
  const trained = timed(() => trainModel(loadExamples()));
  return [
    ['reading the model at start', `${Math.round(loaded.ms)} ms`],
    ['classify one ticket', spread(times), 'promised: at most 2 ms'],
    ['training', `${Math.round(trained.ms / 100) / 10} s`, `${inputs.length} labelled tickets`],
  ];
}
