import { z } from 'zod';
import { findSignals } from '../backend/pipeline/escalation/find-signals.ts';
import { RULES, type Rule } from '../backend/pipeline/escalation/phrase-book.ts';
import { EvalFailure } from './failure.ts';
import type { Options } from './options.ts';
import { readRows } from './read-file.ts';

const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'ja'] as const;
const lineSchema = z.object({
  text: z.string(),
  signals: z.array(z.enum(RULES)),
  set: z.enum(['dev', 'held']).optional(),
});
type Line = z.infer<typeof lineSchema>;

/** Whether a line was to be flagged and was, as a whole or by one signal. */
type Judgement = { wanted: boolean; found: boolean };
type Tally = { n: number; wanted: number; recall: number | null; precision: number | null };

/** How well the phrase books find the signals of labelled lines: of each language's own, or of `--data FILE`. */
export async function measureLines(options: Options): Promise<Record<string, unknown>> {
  if (options.set !== undefined && !['dev', 'held'].includes(options.set))
    throw new EvalFailure('--set is dev or held');
  if (options.data !== undefined) return { set: options.set ?? 'all', ...judgeLines(options.data, options) };
  const folder = new URL('../backend/pipeline/escalation/lines/', import.meta.url);
  const languages = LANGUAGES.map((language) => [
    language,
    judgeLines(new URL(`${language}.jsonl`, folder).pathname, options),
  ]);
  return { set: options.set ?? 'all', ...Object.fromEntries(languages) };
}

function judgeLines(path: string, { set, limit }: Options) {
  const lines = readRows(path, lineSchema).filter((line) => set === undefined || line.set === set);
  if (lines.length === 0) throw new EvalFailure(`${path}: no line${set === undefined ? '' : ` of set ${set}`}`);
  const judged = lines.slice(0, limit).map((line) => ({ line, found: rulesIn(line.text) }));
  const flags = judged.map(({ line, found }) => ({ wanted: line.signals.length > 0, found: found.length > 0 }));
  const bySignal = RULES.map((rule) => [rule, tally(judged.map(({ line, found }) => judgeRule(rule, line, found)))]);
  return { ...tally(flags), bySignal: Object.fromEntries(bySignal) as Record<Rule, Tally> };
}

const rulesIn = (text: string): Rule[] => findSignals(text).map(({ rule }) => rule);

const judgeRule = (rule: Rule, { signals }: Line, found: readonly Rule[]): Judgement => ({
  wanted: signals.includes(rule),
  found: found.includes(rule),
});

function tally(judgements: readonly Judgement[]): Tally {
  const wanted = judgements.filter((one) => one.wanted).length;
  const found = judgements.filter((one) => one.found).length;
  const right = judgements.filter((one) => one.wanted && one.found).length;
  return {
    n: judgements.length,
    wanted,
    recall: wanted === 0 ? null : right / wanted,
    precision: found === 0 ? null : right / found,
  };
}
