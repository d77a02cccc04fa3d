import { z } from 'zod';
import { identifyLanguage } from '../backend/pipeline/preprocess/detect-language.ts';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { readRows } from './read-file.ts';

const rowSchema = z.object({ text: z.string(), language: z.string() });
const TEN = new Set(['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'ja', 'zh']);
/** Two codes for one language: Norwegian and its written form, Malay and its Indonesian standard. */
const SAME: Record<string, string> = { nb: 'no', nn: 'no', ms: 'id' };
const SHORT = 20;
const BINS = 10;

/** What we would use instead. */
const LIBRARIES: Record<string, () => Promise<{ eld: { detect(text: string): { language: string } } }>> = {
  'eld/small': () => import('eld/small'),
  'eld/medium': () => import('eld/medium'),
  'eld/large': () => import('eld/large'),
};

type Outcome = { expected: string; predicted: string; confidence: number; length: '<20' | '20+' };
type Tally = { n: number; accuracy: number };
type Identify = (text: string) => { language: string; confidence: number };

/** How often the language is found; `--engine eld/large` measures the library alone on the same rows. */
export async function measureLanguage(options: Options) {
  if (options.data === undefined) throw new EvalFailure('language needs --data FILE');
  const identify = await engineNamed(options.engine);
  const rows = readRows(options.data, rowSchema, options.limit);
  if (rows.length === 0) throw new EvalFailure(`${options.data}: no rows`);
  const progress = createProgress('language', rows.length);
  const outcomes = rows.map(({ text, language }, index): Outcome => {
    const found = identify(text);
    progress(index + 1);
    return {
      expected: SAME[language] ?? language,
      predicted: SAME[found.language] ?? found.language,
      confidence: found.confidence,
      length: [...text].length < SHORT ? '<20' : '20+',
    };
  });
  const ten = outcomes.filter(({ expected }) => TEN.has(expected));
  return {
    engine: options.engine,
    ...tally(outcomes),
    byLength: tallyBy(outcomes, ({ length }) => length),
    tenLanguages: { ...tally(ten), byLength: tallyBy(ten, ({ length }) => length) },
    byLanguage: tallyBy(outcomes, ({ expected }) => expected),
    unknown: outcomes.filter(({ predicted }) => predicted === 'und').length,
    mixed: outcomes.filter(({ predicted }) => predicted === 'mul').length,
    ece: calibrationError(outcomes),
  };
}

async function engineNamed(engine: string): Promise<Identify> {
  if (engine === 'builtin') return identifyLanguage;
  const load = Object.hasOwn(LIBRARIES, engine) ? LIBRARIES[engine] : undefined;
  if (!load) throw new EvalFailure(`--engine ${engine}: choose one of builtin, ${Object.keys(LIBRARIES).join(', ')}`);
  const { eld } = await load();
  return (text) => ({ language: eld.detect(text).language, confidence: 1 });
}

const isRight = ({ expected, predicted }: Outcome): boolean => expected === predicted;

const tally = (outcomes: Outcome[]): Tally => ({
  n: outcomes.length,
  accuracy: outcomes.length === 0 ? 0 : outcomes.filter(isRight).length / outcomes.length,
});

function tallyBy(outcomes: Outcome[], key: (outcome: Outcome) => string): Record<string, Tally> {
  const names = [...new Set(outcomes.map(key))].sort();
  return Object.fromEntries(names.map((name) => [name, tally(outcomes.filter((outcome) => key(outcome) === name))]));
}

/** Mean distance between the stated confidence and how often it is right, over ten bins. */
function calibrationError(outcomes: Outcome[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = outcomes.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    error += Math.abs(inside.reduce((sum, outcome) => sum + outcome.confidence - (isRight(outcome) ? 1 : 0), 0));
  }
  return outcomes.length === 0 ? 0 : error / outcomes.length;
}
