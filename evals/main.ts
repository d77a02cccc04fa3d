import { measureClassification } from './classification.ts';
import { measureCleaning } from './cleaning.ts';
import { EvalFailure } from './failure.ts';
import { measureLanguage } from './language.ts';
import { type Options, parseOptions } from './options.ts';
import { measurePii } from './pii.ts';
import { printTable } from './print-table.ts';
import { measureRetrieval } from './retrieval.ts';

const MEASURES: Record<string, (options: Options) => Promise<Record<string, unknown>>> = {
  category: (options) => measureClassification('category', options),
  urgency: (options) => measureClassification('urgency', options),
  sentiment: (options) => measureClassification('sentiment', options),
  retrieval: measureRetrieval,
  cleaning: measureCleaning,
  pii: measurePii,
  language: measureLanguage,
};
const PLANNED = ['escalation', 'injection', 'drafts', 'report'];

async function main(): Promise<void> {
  const { what, options } = parseOptions(process.argv.slice(2));
  const measure = Object.hasOwn(MEASURES, what) ? MEASURES[what] : undefined;
  if (!measure && PLANNED.includes(what)) throw new EvalFailure(`${what} is not available yet`);
  if (!measure) throw new EvalFailure(`${what} is unknown: choose one of ${Object.keys(MEASURES).join(', ')}`);
  const result = await measure(options);
  if (options.json) console.log(JSON.stringify(result));
  else printTable(result);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EvalFailure)) throw error;
  console.error(`eval: ${error.message}`);
  process.exitCode = 2;
}
