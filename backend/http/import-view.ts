import type { ImportView } from '../contract/imports.ts';
import type { ImportRun } from '../ports/knowledge.ts';

/** What was wrong and what to do, by the code before a colon. */
const FAILURES: Record<string, string> = {
  not_utf8: 'The file is no UTF-8 text: save it as CSV UTF-8 or JSONL.',
  missing_columns:
    'The header lacks columns: a file needs id, question and answer; articles need kind, id, locale and html.',
  unclosed_quote: 'Quotes are not closed again and again: double every quote inside a quoted value.',
  upload_incomplete: 'The upload was cut off: send the file again.',
  file_not_here: 'The file lies with the command that read it: start that again.',
  abandoned: 'Nothing went on with it for a day: start it again.',
  zendesk: 'The helpdesk refused: check the OAuth client and what its user may read.',
  internal: "Something went wrong on our side: the job's lines in the log say when; start it again.",
};

const describeFailure = (code: string): string => FAILURES[code.split(':', 1)[0] ?? ''] ?? 'It failed; start it again.';

const toList = (tallies: ImportRun['leftOut'] | ImportRun['notes']): ImportView['leftOut'] =>
  Object.entries(tallies)
    .map(([what, { count, examples }]) => ({ what, count, examples }))
    .sort((a, b) => b.count - a.count);

/** How long it takes at its present speed; null while nobody knows. */
function secondsLeft({ state, total, read, perSecond }: ImportRun): number | null {
  if (state !== 'running' || total === null || !perSecond) return null;
  return Math.ceil(Math.max(0, total - read) / perSecond);
}

/** A run as admins see it. */
export const toImportView = (run: ImportRun): ImportView => {
  const { position: _, leftOut, notes, failure, ...seen } = run;
  return {
    ...seen,
    leftOut: toList(leftOut),
    notes: toList(notes),
    secondsLeft: secondsLeft(run),
    failure: failure === null ? null : { code: failure, message: describeFailure(failure) },
  };
};
