import { parseArgs } from 'node:util';
import { EvalFailure } from './failure.ts';

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
  learn?: string;
  limit: number;
  json: boolean;
};

const string = { type: 'string' } as const;

export function parseOptions(args: string[]): { what: string; options: Options } {
  const { values, positionals } = parse(args);
  const [what, ...rest] = positionals;
  if (!what || rest.length > 0) throw new EvalFailure('say what to measure, once: npm run eval -- <what> [options]');
  const {
    engine = 'builtin',
    embedder = 'lexical',
    mode = 'dense',
    strong = false,
    json = false,
    limit,
    seed,
    ...files
  } = values;
  wholeNumber('--seed', seed, 1);
  const options = {
    engine,
    embedder,
    mode,
    strong,
    json,
    limit: wholeNumber('--limit', limit, Number.POSITIVE_INFINITY),
  };
  const { 'query-ids': queryIds, ...others } = files;
  return { what, options: { ...options, ...others, ...(queryIds !== undefined && { queryIds }) } };
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
        strong: { type: 'boolean' },
        train: string,
        learn: string,
        limit: string,
        seed: string,
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new EvalFailure(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (!/^\d{1,9}$/.test(value)) throw new EvalFailure(`${name} must be a whole number, not ${JSON.stringify(value)}`);
  return Number(value);
}
