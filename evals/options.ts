import { parseArgs } from 'node:util';
import { EvalFailure } from './failure.ts';

/** How a model outside is reached; read from the environment by main.ts. */
export type ModelAccess = { apiKey: string | undefined; baseURL: string; model: string };

export type Options = {
  data?: string;
  corpus?: string;
  queries?: string;
  queryIds?: string;
  engine: string;
  embedder: string;
  mode: string;
  field?: string;
  map?: string;
  strong: boolean;
  train?: string;
  /** Per cent of the rows that are learned from, the others being judged. */
  split?: number;
  learn?: number;
  /** Of lines that are marked so, those to judge: dev or held. */
  set?: string;
  limit: number;
  seed: number;
  out?: string;
  json: boolean;
  access?: ModelAccess;
};

const string = { type: 'string' } as const;
const boolean = { type: 'boolean' } as const;

export function parseOptions(args: string[]): { what: string; options: Options } {
  const { values, positionals } = parse(args);
  const [what, ...rest] = positionals;
  if (!what || rest.length > 0) throw new EvalFailure('say what to measure, once: npm run eval -- <what> [options]');
  const { limit, seed, split, learn, 'query-ids': queryIds, ...others } = values;
  const options: Options = {
    ...others,
    engine: values.engine ?? 'builtin',
    embedder: values.embedder ?? 'lexical',
    mode: values.mode ?? 'fused',
    strong: values.strong ?? false,
    json: values.json ?? false,
    limit: wholeNumber('--limit', limit) ?? Number.POSITIVE_INFINITY,
    seed: wholeNumber('--seed', seed) ?? 1,
  };
  if (queryIds !== undefined) options.queryIds = queryIds;
  const [share, decisions] = [wholeNumber('--split', split), wholeNumber('--learn', learn)];
  if (share !== undefined) options.split = share;
  if (decisions !== undefined) options.learn = decisions;
  checkTraining(options);
  return { what, options };
}

function checkTraining({ train, split, learn }: Options): void {
  if (train !== undefined && split !== undefined) throw new EvalFailure('--train and --split exclude each other');
  if (split !== undefined && (split < 1 || split > 99)) throw new EvalFailure('--split is a per cent from 1 to 99');
  if (learn !== undefined && train === undefined && split === undefined)
    throw new EvalFailure('--learn needs --train FILE (or --split N) to take the corrections from');
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: string,
        corpus: string,
        queries: string,
        'query-ids': string,
        engine: string,
        embedder: string,
        mode: string,
        field: string,
        map: string,
        strong: boolean,
        train: string,
        split: string,
        learn: string,
        set: string,
        limit: string,
        seed: string,
        out: string,
        json: boolean,
      },
    });
  } catch (error) {
    throw new EvalFailure(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new EvalFailure(`${name} must be a whole number, not ${JSON.stringify(value)}`);
  return Number(value);
}
