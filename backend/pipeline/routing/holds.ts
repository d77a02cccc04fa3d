import type { RoutingWhen } from '../../contract/routing-rules.ts';
import type { Classification, Escalation } from '../../contract/triage.ts';
import { type Marks, organisationWord, type RoutingFacts, tagWord } from '../../ports/routing-rules.ts';

export type Judged = {
  classification: Pick<Classification, 'category' | 'secondary' | 'urgency' | 'sentiment' | 'confidence'>;
  escalation: Escalation;
  facts: RoutingFacts;
};

const has = (wanted: readonly string[], value: string | null): boolean =>
  value !== null && wanted.some((one) => one.toLowerCase() === value.toLowerCase());

/** Whether all that the rule asks for is so; of a list, one is enough. */
export function holds(when: RoutingWhen, { classification, escalation, facts }: Judged, marks: Marks): boolean {
  const marked = (words: readonly string[]) => words.some((word) => facts.marks.includes(marks[word] ?? ''));
  const signals = escalation.reasons.filter(({ layer }) => layer === 'signal');
  const { confidence } = classification;
  return (
    (!when.category || when.category.includes(classification.category)) &&
    (!when.secondary || has(when.secondary, classification.secondary)) &&
    (!when.urgency || when.urgency.includes(classification.urgency)) &&
    (!when.sentiment || when.sentiment.includes(classification.sentiment)) &&
    (!when.language || has(when.language, facts.language)) &&
    (!when.channel || has(when.channel, facts.channel)) &&
    (!when.tier || has(when.tier, facts.tier)) &&
    (!when.tags || marked(when.tags.map(tagWord))) &&
    (!when.withoutTags || !marked(when.withoutTags.map(tagWord))) &&
    (!when.organisation || marked(when.organisation.map(organisationWord))) &&
    (!when.signals || signals.some(({ rule }) => when.signals?.includes(rule))) &&
    (when.escalated === undefined || when.escalated === escalation.flagged) &&
    (when.confidenceBelow === undefined || confidence < when.confidenceBelow) &&
    (when.confidenceFrom === undefined || confidence >= when.confidenceFrom)
  );
}
