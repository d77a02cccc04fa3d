import type { ImportView } from '../../backend/contract/imports.ts';

const number = (value: number): string => value.toLocaleString('en');

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

/** How far a run is, in one line. */
export function tellProgress({ read, total, kept, embedded, perSecond, secondsLeft }: ImportView): string {
  const of = total === null ? '' : ` of about ${number(Math.max(total, read))}`;
  const speed = perSecond === null ? '' : `, ${number(Math.round(perSecond))}/s`;
  const left = secondsLeft === null ? '' : `, ${duration(secondsLeft)} left`;
  return `${number(read)}${of} read, ${number(kept)} kept, ${number(embedded)} embedded${speed}${left}`;
}

const WORDS: Record<string, string> = {
  invalid_row: 'row that cannot be used',
  unreadable: 'text that cannot be read',
  not_solved: 'not solved, or not any more',
  no_question: 'without a question',
  no_reply: 'without a reply',
  too_short: 'reply too short to help',
  solved_elsewhere: 'solved by phone or in person',
  reopened: 'opened again afterwards',
  bad_satisfaction: 'customer was not satisfied',
  not_public: 'not public',
  empty_article: 'article without text',
  forgotten: 'was forgotten on request',
  unknown_category: 'kept without its category: the taxonomy has no such one',
  unknown_urgency: 'kept without its urgency: neither P1 to P4 nor low to urgent',
  unknown_sentiment: 'kept without its sentiment: none of angry, frustrated, neutral, positive',
  unknown_satisfaction: 'kept without its satisfaction: neither good nor bad',
  repeated_id: 'came before under the same id: the last one counts',
  no_help_center: 'no help centre that may be read',
  not_embedded: 'the vectors were out of reach: the backend embeds the rest',
};

const INDENT = ' '.repeat(13);

/** Ids stand in one line, rows with what was wrong with each in one of their own. */
const toExamples = (examples: string[]): string[] =>
  examples.some((example) => example.includes(':'))
    ? examples.map((example) => INDENT + example)
    : [`${INDENT}such as ${examples.join(', ')}`];

const toLines = (tallies: ImportView['leftOut']): string[] =>
  tallies.flatMap(({ what, count, examples }) => [
    `  ${number(count).padStart(9)}  ${WORDS[what] ?? what}`,
    ...(examples.length > 0 ? toExamples(examples) : []),
  ]);

/** What a run came to. */
export function tellOutcome(run: ImportView): string {
  const { state, dryRun, failure } = run;
  const figures: [number, string][] = [
    [run.read, 'read'],
    [run.kept, dryRun ? 'would be kept' : 'kept'],
    [run.duplicates, 'folded into one that says the same'],
    [run.removed, 'removed'],
    [run.embedded, 'embedded'],
  ];
  return [
    `Import ${run.id}: ${state}${dryRun ? ' (dry run: nothing was kept)' : ''}`,
    ...(failure ? [`${failure.message} (${failure.code})`] : []),
    ...figures.map(([count, what]) => `  ${number(count).padStart(9)}  ${what}`),
    ...(run.leftOut.length > 0 ? ['Left out:', ...toLines(run.leftOut)] : []),
    ...(run.notes.length > 0 ? ['Noted:', ...toLines(run.notes)] : []),
  ].join('\n');
}
