import { categoriesOf, type Taxonomy } from '../contract/categories.ts';
import type { FeedbackEvent } from '../contract/feedback.ts';
import { PRIORITY_OF } from '../contract/priority.ts';
import type { Urgency } from '../contract/taxonomy.ts';
import type { JudgedField } from '../contract/triage.ts';
import type { Decision } from '../ports/decision.ts';
import type { CastVote } from '../ports/learned.ts';
import type { LearnedTicket, Lesson, Reading } from '../ports/store.ts';

const FIELDS = ['category', 'urgency', 'sentiment'] as const satisfies readonly JudgedField[];

type Final = Partial<Record<JudgedField, string>>;

/** Who changes the helpdesk's priority has an opinion that our own field, which we fill, does not show. */
const isContradicted = ({ urgency, priority }: { urgency?: string | null; priority?: string | null }): boolean =>
  Boolean(urgency && priority && PRIORITY_OF[urgency as Urgency] !== priority);

/** The values that a person left on the ticket, as far as they are of the taxonomy and not in doubt. */
function finalOf(event: FeedbackEvent & { type: 'submitted' }, taxonomy: Taxonomy): Final {
  const known: Record<JudgedField, readonly string[]> = {
    category: categoriesOf(taxonomy),
    urgency: Object.keys(taxonomy.urgency),
    sentiment: Object.keys(taxonomy.sentiment),
  };
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = event.final[field];
      const doubtful = field === 'urgency' && isContradicted(event.final);
      return value && known[field].includes(value) && !doubtful ? [[field, value]] : [];
    }),
  );
}

/**
 * What a submitted ticket teaches: whether each engine that read it was right, field by field, and the ticket itself
 * with the values that stand. Null when no field has a value.
 */
export function toLesson(
  event: FeedbackEvent,
  {
    decision,
    reading,
    triageId,
    ticketId,
  }: { decision: Decision; reading: Reading; triageId: string; ticketId: string },
  taxonomy: Taxonomy,
): Lesson | null {
  if (event.type !== 'submitted') return null;
  const final = finalOf(event, taxonomy);
  const settled = FIELDS.filter((field) => final[field] !== undefined);
  if (settled.length === 0) return null;
  const common = { triageId, ticketId, agentId: event.agentId, language: decision.language };
  const votes = decision.guesses.flatMap((guess) =>
    settled.map((field): CastVote => {
      const { value, probability } = guess[field];
      return {
        ...common,
        field,
        engine: guess.engine,
        model: guess.model,
        raw: probability,
        right: value === final[field],
      };
    }),
  );
  const { raw } = decision.input;
  const ticket: LearnedTicket = {
    ticketId,
    subject: reading.subject,
    text: reading.text,
    language: reading.language,
    category: final.category ?? null,
    urgency: (final.urgency ?? null) as LearnedTicket['urgency'],
    sentiment: (final.sentiment ?? null) as LearnedTicket['sentiment'],
    corrected: settled.some((field) => final[field] !== raw[field][0]?.value),
  };
  return { votes, ticket: reading.text.trim() || reading.subject.trim() ? ticket : null };
}
