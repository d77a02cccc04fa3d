import { type Draft, emptyDraft } from './ticket-form.ts';

const keyOf = (ticketId: number) => `draft:${ticketId}`;

export function readDraft(ticketId: number): Draft {
  const stored = sessionStorage.getItem(keyOf(ticketId));
  return stored === null ? emptyDraft() : (JSON.parse(stored) as Draft);
}

export function storeDraft(ticketId: number, draft: Draft): void {
  sessionStorage.setItem(keyOf(ticketId), JSON.stringify(draft));
}
