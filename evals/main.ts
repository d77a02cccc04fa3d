import { EvalFailure } from './failure.ts';
import { findMeasure } from './measures.ts';
import { parseOptions } from './options.ts';
import { writePictures } from './pictures.ts';
import { printTable } from './print-table.ts';
import { writeReport } from './report.ts';

async function main(): Promise<void> {
  const { what, options } = parseOptions(process.argv.slice(2));
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = process.env;
  options.access = {
    apiKey: OPENAI_API_KEY,
    baseURL: OPENAI_BASE_URL || 'https://api.openai.com/v1',
    model: OPENAI_MODEL || 'gpt-4o-mini',
  };
  const result = what === 'report' ? await writeReport(options) : await findMeasure(what)(options);
  if (options.json) console.log(JSON.stringify(result));
  else {
    printTable(result);
    for (const path of writePictures(what, result, options)) console.log(`\npicture       ${path}`);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EvalFailure)) throw error;
  console.error(`eval: ${error.message}`);
  process.exitCode = 2;
}
