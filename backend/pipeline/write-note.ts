import type { Triage } from '../contract/triage.ts';
import { sayAgent } from './say-agent.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The private note's text, for agents: what was found, why, and the draft to copy from. */
export function writeNote(triage: Triage): string {
  const { classification, escalation, routing, draft, sources } = triage;
  if (!classification) return '';
  const { category, secondary, urgency, sentiment, confidence, decidedBy, needsReview } = classification;
  const reasons = escalation?.reasons.map(({ layer, rule, phrase }) =>
    phrase ? `${rule} (“${phrase}”)` : `${layer}: ${rule}`,
  );
  const paragraphs = [
    `Ticket Triage (suggestion, decided by ${decidedBy}): ${category}${secondary ? ` and ${secondary}` : ''} · ${urgency} · ${sentiment} · confidence ${percent(confidence)}${needsReview ? ' · please review' : ''}`,
    classification.summary,
    reasons?.length ? `Escalation: ${reasons.join(', ')}` : '',
    routing
      ? `Team: ${routing.team}${routing.escalationTeam ? `, escalate to ${routing.escalationTeam}` : ''} · first reply due ${routing.dueAt}`
      : '',
    sayAgent(triage),
    // A triage from before there were any lacks the list.
    routing?.watchers?.length ? `Keep informed: ${routing.watchers.join(', ')}` : '',
    sources?.length
      ? `Similar: ${sources.map(({ title, ticketId }) => (ticketId ? `#${ticketId} ${title}` : title)).join('; ')}`
      : '',
    draft ? `Draft, not sent:\n${draft.text}` : '',
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}
