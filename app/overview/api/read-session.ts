import { type Session, sessionSchema } from '../../../backend/contract/session.ts';

/** Who has the page open, as the backend wrote it into the page; null where nobody vouches for them. */
export function readSession(page: Document): Session | null {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="triage-session"]');
  const content = meta?.content ?? '';
  // The token lives in memory alone from here on.
  if (meta) meta.content = '';
  try {
    return sessionSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}
