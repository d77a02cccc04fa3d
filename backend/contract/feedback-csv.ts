import type { FeedbackRow } from './feedback.ts';

const COLUMNS = [
  'id',
  'at',
  'type',
  'ticketId',
  'triageId',
  'agentId',
  'decidedBy',
  'field',
  'suggested',
  'final',
  'outcome',
  'draftOutcome',
  'draftDistance',
  'helpful',
  'reason',
] as const;

/** A cell that begins like a formula would be run by a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvHead = `${COLUMNS.join(',')}\r\n`;

/** RFC 4180 lines, one a field; a row without fields has one line with those columns empty. */
export const toCsvLines = (rows: readonly FeedbackRow[]): string =>
  rows
    .flatMap(({ fields, ...row }) => {
      const compared: object[] = fields.length > 0 ? fields : [{}];
      return compared.map((field): Record<string, unknown> => ({ ...row, ...field }));
    })
    .map((line) => `${COLUMNS.map((name) => cell(line[name])).join(',')}\r\n`)
    .join('');
