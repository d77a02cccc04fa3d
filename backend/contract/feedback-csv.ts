import { csvLine } from './csv.ts';
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

export const csvHead = csvLine(COLUMNS);

/** RFC 4180 lines, one a field; a row without fields has one line with those columns empty. */
export const toCsvLines = (rows: readonly FeedbackRow[]): string =>
  rows
    .flatMap(({ fields, ...row }) => {
      const compared: object[] = fields.length > 0 ? fields : [{}];
      return compared.map((field): Record<string, unknown> => ({ ...row, ...field }));
    })
    .map((line) => csvLine(COLUMNS.map((name) => line[name])))
    .join('');
