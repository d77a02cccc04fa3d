import type { FeedbackRow } from '../contract/feedback.ts';

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
] as const;

/** A cell that begins like a formula would be run by a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The log as RFC 4180 lines, one a field: rows without fields have one line with those columns empty. */
export function toCsv(rows: FeedbackRow[]): string {
  const lines = rows.flatMap(({ fields, ...row }) => {
    const compared: Record<string, unknown>[] = fields.length > 0 ? fields : [{}];
    return compared.map((field) => ({ ...row, ...field }) as Record<string, unknown>);
  });
  return [COLUMNS.join(','), ...lines.map((line) => COLUMNS.map((name) => cell(line[name])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}
