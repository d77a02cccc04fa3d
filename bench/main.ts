import { cpus } from 'node:os';
import type { Benchmark } from './benchmark.ts';
import { measureBundle } from './bundle.ts';
import { measureChaos } from './chaos.ts';
import { measureDelivery } from './delivery.ts';
import { measureEngine } from './engine.ts';
import { measureFirstSuggestion } from './first-suggestion.ts';
import { measureHostile } from './hostile.ts';
import { measureImport } from './import.ts';
import { measureOverhead } from './overhead.ts';
import { measureOverview } from './overview.ts';
import { measureRaces } from './races.ts';
import { measureRecall } from './recall.ts';
import { measureRetrieval } from './retrieval.ts';
import { measureThroughput } from './throughput.ts';

const BENCHMARKS: Record<string, Benchmark> = {
  engine: measureEngine,
  bundle: measureBundle,
  overhead: measureOverhead,
  throughput: measureThroughput,
  'first-suggestion': measureFirstSuggestion,
  hostile: measureHostile,
  chaos: measureChaos,
  delivery: measureDelivery,
  overview: measureOverview,
  races: measureRaces,
  import: measureImport,
  recall: measureRecall,
  retrieval: measureRetrieval,
};

async function main(asked: string[]): Promise<void> {
  const names = asked.length > 0 ? asked : Object.keys(BENCHMARKS);
  const unknown = names.filter((name) => !BENCHMARKS[name]);
  if (unknown.length > 0)
    throw new Error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
  const [cpu] = cpus();
  console.log(
    `${cpus().length} × ${cpu?.model ?? 'unknown CPU'}, ${process.platform} ${process.arch}, Node ${process.version}`,
  );
  for (const name of names) {
    console.log(`\n${name}`);
    for (const [what, figure, note] of (await BENCHMARKS[name]?.()) ?? [])
      console.log(`  ${what.padEnd(44)} ${figure.padEnd(28)} ${note ?? ''}`.trimEnd());
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
