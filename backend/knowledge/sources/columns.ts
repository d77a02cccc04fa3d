/** What a column may be called, besides its own name. */
const ALIASES: Record<string, string> = {
  ticket_id: 'id',
  description: 'question',
  text: 'question',
  response: 'answer',
  reply: 'answer',
  priority: 'urgency',
  lang: 'language',
  solved_at: 'resolved_at',
  csat: 'satisfaction',
  gold_standard: 'gold',
  reopens: 'reopened',
  customer_name: 'requester_name',
  customer_email: 'requester_email',
};

/** `Resolved At`, `resolved-at` and `solved_at` are one column. */
export function nameColumn(written: string): string {
  const name = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name;
}

/** Columns without which no row of a file can become knowledge; either set will do. */
export function missingColumns(columns: readonly string[]): string[] {
  const has = (name: string) => columns.includes(name);
  const ofTickets = [...(has('question') || has('subject') ? [] : ['question']), ...(has('answer') ? [] : ['answer'])];
  const ofArticles = has('kind') && (has('html') || has('body')) ? [] : ['html'];
  const needed = ofArticles.length === 0 ? [] : ofTickets;
  return has('id') ? needed : ['id', ...needed];
}
