import type { FeedbackEvent } from '../contract/feedback.ts';
import type { Triage } from '../contract/triage.ts';
import type { Masker } from '../ports/masker.ts';
import type { FeedbackStore, StoredTriage } from '../ports/store.ts';
import { toRow } from './to-row.ts';

/** Nothing that a customer or agent wrote is kept unmasked: the texts go under the ticket's own placeholders. */
function maskEvent(event: FeedbackEvent, masker: Masker, vault: Record<string, string>): FeedbackEvent {
  const mask = (text: string): string => masker.mask(text, [], { ...vault }).text;
  if (event.type === 'draft_inserted') return { ...event, text: mask(event.text) };
  if (event.type === 'submitted') return { ...event, reply: event.reply === null ? null : mask(event.reply) };
  return event;
}

/** Stores what an agent did with a triage, once an event. Says whether it was new. */
export async function saveFeedback(
  tenantId: string,
  event: FeedbackEvent,
  { stored, shown }: { stored: StoredTriage; shown: Triage },
  { store, masker }: { store: Pick<FeedbackStore, 'saveFeedback'>; masker: Masker },
): Promise<boolean> {
  return store.saveFeedback(tenantId, maskEvent(event, masker, stored.vault), toRow(event, shown));
}
