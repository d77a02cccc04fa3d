import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EvalFailure } from './failure.ts';
import { findMeasure, type Result } from './measures.ts';
import { type Options, parseOptions } from './options.ts';
import { writeFile } from './pictures.ts';
import { NOT_WRITTEN } from './report-figures.ts';
import { renderLearning } from './report-learning.ts';
import { renderReport, slug } from './report-page.ts';
import { planFolder, type Step, type Taken } from './report-plan.ts';

const USUAL_FOLDER = '../shared/data';
const OWN: Step[] = [
  { group: 'Shipped tickets', title: 'cross-validated', what: 'examples', args: [] },
  { group: 'Drafts', title: 'planted fabrications', what: 'drafts', args: [] },
];

/** Runs everything that the machine can measure with what is there, and writes it as one page. */
export async function writeReport(options: Options): Promise<Result> {
  const { out, data: folder = USUAL_FOLDER, seed, limit } = options;
  if (out === undefined) throw new EvalFailure('report needs --out DIR');
  const hasData = existsSync(folder);
  if (!hasData && options.data !== undefined) throw new EvalFailure(`${folder}: there is no such folder`);
  const steps = [...OWN, ...(hasData ? planFolder(folder) : [])];
  const shared = ['--seed', `${seed}`, ...(Number.isFinite(limit) ? ['--limit', `${limit}`] : [])];
  const taken: Taken[] = [];
  for (const [index, step] of steps.entries()) {
    console.error(`report: ${index + 1} of ${steps.length}: ${step.group}, ${step.title}`);
    taken.push(await take(step, shared));
  }
  const failed = taken.flatMap(({ title, failure }) => (failure === null ? [] : [`${title}: ${failure}`]));
  const skipped = [
    ...(hasData ? [] : [`${folder} is not there: everything that needs other people's data`]),
    'the OpenAI engine: it needs somebody with a key (npm run eval -- category --engine openai --data FILE)',
    ...failed,
  ];
  const file = join(out, 'report.html');
  writeFile(out, file, renderReport(taken, skipped));
  const pictures = writeLearning(out, taken);
  const measured = taken.flatMap(({ group, title, command, result }) =>
    result ? [{ group, title, command, figures: withoutWords(result) }] : [],
  );
  return { file, pictures, sections: measured.length, skipped, ...(options.json && { measured }) };
}

/** The learning curves once more as files of their own, for pages that show a picture. */
function writeLearning(out: string, taken: readonly Taken[]): string[] {
  return [...Map.groupBy(taken, ({ group }) => group)].flatMap(([group, own]) => {
    const svg = renderLearning(group, own);
    if (svg === '') return [];
    const path = join(out, `${slug(group)}.svg`);
    writeFile(out, path, svg);
    return [path];
  });
}

const withoutWords = (result: Result): Result =>
  Object.fromEntries(Object.entries(result).filter(([name]) => !NOT_WRITTEN.has(name)));

async function take(step: Step, shared: readonly string[]): Promise<Taken> {
  const args = [step.what, ...step.args, ...shared];
  const command = `npm run eval -- ${args.map(quote).join(' ')}`;
  try {
    const { what, options } = parseOptions(args);
    return { ...step, command, result: await findMeasure(what)(options), failure: null };
  } catch (error) {
    if (!(error instanceof EvalFailure)) throw error;
    return { ...step, command, result: null, failure: error.message };
  }
}

/** As a shell wants it. */
const quote = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`);
