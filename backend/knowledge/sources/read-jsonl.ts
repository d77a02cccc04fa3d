import {
  decode,
  isOtherThanUtf8,
  type OpenBytes,
  type Place,
  type Row,
  type RowFault,
  readHead,
  readLines,
} from './bytes.ts';
import { nameColumn } from './columns.ts';
import type { Refusal } from './source.ts';

const HEAD = 1024;
const BOM = '\ufeff';

type Parsed = { values: Map<string, unknown> } | { fault: RowFault };

const says = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Where two names are one column, the first that says something counts, as in a CSV. */
function toValues(object: object): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [written, value] of Object.entries(object)) {
    const name = nameColumn(written);
    if (!says(values.get(name))) values.set(name, value);
  }
  return values;
}

/** Null for an empty line. */
function parseLine(bytes: Uint8Array | null): Parsed | null {
  if (bytes === null) return { fault: 'too_long' };
  const text = decode(bytes);
  if (text === null) return { fault: 'not_utf8' };
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === BOM) return null;
  try {
    const object: unknown = JSON.parse(trimmed);
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return { fault: 'not_json' };
    return { values: toValues(object) };
  } catch {
    return { fault: 'not_json' };
  }
}

/** One JSON object a line. */
export async function* readJsonl(open: OpenBytes, from: Place): AsyncGenerator<Row | Refusal> {
  if (isOtherThanUtf8(await readHead(open, HEAD))) {
    yield { refused: 'not_utf8' };
    return;
  }
  let { row } = from;
  for await (const { bytes, end } of readLines(open, from.byte)) {
    row += 1;
    const parsed = parseLine(bytes);
    if (parsed) yield { row, end, ...parsed };
  }
}
