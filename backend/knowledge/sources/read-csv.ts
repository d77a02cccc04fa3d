import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import {
  decode,
  findLineEnd,
  isOtherThanUtf8,
  MAX_ROW_BYTES,
  type OpenBytes,
  type Place,
  type Row,
  readHead,
} from './bytes.ts';
import { missingColumns, nameColumn } from './columns.ts';
import type { Refusal } from './source.ts';

const HEAD = 64 * 1024;
const BOM = [0xef, 0xbb, 0xbf];
/** What a quote that is never closed may swallow before it is given up. */
const MAX_QUOTED_BYTES = 16 * 1024 * 1024;
/** Each one costs reading so much again. */
const MAX_UNCLOSED = 100;

/** What the parser gives with these options: cells as bytes. */
type Parsed = { record: Uint8Array[]; info: { bytes: number } };
type CsvRecord = { cells: Uint8Array[]; end: number };

/** Spreadsheets of half the world write semicolons. */
function findDelimiter(head: Uint8Array): string {
  const firstLine = new TextDecoder().decode(head).split('\n', 1)[0] ?? '';
  const unquoted = firstLine.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Records from an offset up to the first that breaks off: `broken` then follows, with the offset where it began. */
async function* parseFrom(
  open: OpenBytes,
  from: number,
  delimiter: string,
): AsyncGenerator<CsvRecord | { brokenAt: number }> {
  let end = from;
  let broken = false;
  async function* untilBroken() {
    for await (const chunk of open(from)) {
      if (broken) return;
      yield chunk;
    }
  }
  const parser = parse({
    ...{ encoding: null, columns: false, delimiter, record_delimiter: ['\r\n', '\n'] },
    ...{ relax_column_count: true, relax_quotes: true, info: true },
    ...{ max_record_size: MAX_QUOTED_BYTES, skip_records_with_error: true },
    on_record: (record, { bytes }) => {
      if (broken) return null;
      end = from + bytes;
      return record;
    },
  });
  // After it the parser has lost its way, and what it goes on to say is no record.
  parser.on('skip', () => {
    broken = true;
  });
  pipeline(Readable.from(untilBroken()), parser, () => {});
  for await (const { record, info } of parser as AsyncIterable<Parsed>) yield { cells: record, end: from + info.bytes };
  if (broken) yield { brokenAt: end };
}

function toRow({ cells, end }: CsvRecord, row: number, columns: readonly string[]): Row | null {
  if (cells.every(({ length }) => length === 0)) return null;
  if (cells.reduce((sum, { length }) => sum + length, 0) > MAX_ROW_BYTES) return { row, end, fault: 'too_long' };
  if (cells.slice(columns.length).some(({ length }) => length > 0)) return { row, end, fault: 'too_many_values' };
  const values = new Map<string, unknown>();
  for (const [index, name] of columns.entries()) {
    const text = decode(cells[index] ?? new Uint8Array());
    if (text === null) return { row, end, fault: 'not_utf8' };
    if (!values.get(name)) values.set(name, text);
  }
  return { row, end, values };
}

type Header = { columns: string[]; end: number; delimiter: string };

async function readHeader(open: OpenBytes): Promise<Header | Refusal | null> {
  const head = await readHead(open, HEAD);
  if (isOtherThanUtf8(head)) return { refused: 'not_utf8' };
  const start = BOM.every((byte, index) => head[index] === byte) ? BOM.length : 0;
  const delimiter = findDelimiter(head.subarray(start));
  for await (const first of parseFrom(open, start, delimiter)) {
    if ('brokenAt' in first) return { refused: 'unclosed_quote' };
    const columns = first.cells.map((cell) => nameColumn(decode(cell) ?? ''));
    const missing = missingColumns(columns);
    return missing.length > 0
      ? { refused: `missing_columns:${missing.join(',')}` }
      : { columns, end: first.end, delimiter };
  }
  return null;
}

/** A CSV file with a header; where a quote is never closed its row is left out, and the next line read as a row again. */
export async function* readCsv(open: OpenBytes, from: Place): AsyncGenerator<Row | Refusal> {
  const header = await readHeader(open);
  if (header === null) return;
  if ('refused' in header) {
    yield header;
    return;
  }
  let row = Math.max(from.row, 1);
  let start: number | null = Math.max(from.byte, header.end);
  for (let unclosed = 0; start !== null; unclosed += 1) {
    if (unclosed > MAX_UNCLOSED) {
      yield { refused: 'unclosed_quote' };
      return;
    }
    let next: number | null = null;
    for await (const record of parseFrom(open, start, header.delimiter)) {
      row += 1;
      const broken = 'brokenAt' in record;
      if (broken) next = await findLineEnd(open, record.brokenAt);
      const read: Row | null = broken
        ? { row, end: next ?? record.brokenAt, fault: 'unclosed_quote' }
        : toRow(record, row, header.columns);
      if (read) yield read;
    }
    start = next;
  }
}
