import type { Triage } from '../contract/triage.ts';
import { restore } from '../ports/masker.ts';
import type { StoredTriage } from '../ports/store.ts';

/** The triage as this ticket's agent may see it: placeholders restored to this very ticket's values, and to no others. */
export function present({ triage, vault }: StoredTriage): Triage {
  const own = (text: string): string => restore(text, vault);
  const { classification, escalation, draft } = triage;
  return {
    ...triage,
    classification: classification && {
      ...classification,
      summary: own(classification.summary).slice(0, 400),
      evidence: classification.evidence.map((word) => own(word).slice(0, 80)),
    },
    escalation: escalation && {
      ...escalation,
      reasons: escalation.reasons.map((reason) => ({
        ...reason,
        phrase: reason.phrase && own(reason.phrase).slice(0, 200),
      })),
    },
    draft: draft && {
      ...draft,
      text: own(draft.text).slice(0, 8000),
      // A quote is another customer's or everybody's: nothing in it is this ticket's.
      parts: draft.parts.map((part) => ({ ...part, text: own(part.text).slice(0, 2000) })),
    },
  };
}
