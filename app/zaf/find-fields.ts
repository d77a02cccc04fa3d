import type { Frame } from './frame.ts';

export const FIELD_KEYS = ['category', 'urgency', 'sentiment', 'confidence', 'escalation'] as const;
export type FieldIds = Record<(typeof FIELD_KEYS)[number], string | null>;

/** Ids of the ticket fields that the install made, for accounts whose ids the backend does not know yet. */
export async function findFields(frame: Frame, known: FieldIds): Promise<FieldIds> {
  const missing = FIELD_KEYS.filter((key) => known[key] === null);
  if (missing.length === 0) return known;
  const found = await frame.read(missing.map((key) => `requirement:ai_triage_${key}` as const)).catch(() => null);
  const ids = missing.map((key) => [key, found?.[`requirement:ai_triage_${key}`]?.requirement_id] as const);
  return { ...known, ...Object.fromEntries(ids.map(([key, id]) => [key, id === undefined ? null : String(id)])) };
}
