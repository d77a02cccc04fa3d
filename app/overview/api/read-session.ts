import type { Session } from '../../../backend/contract/session.ts';
import { isSession } from './guards.ts';

/** Who has the page open, as the backend wrote it into the page; null where nobody vouches for them. */
export function readSession(page: Document): Session | null {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="triage-session"]');
  const content = meta?.content ?? '';
  // The token lives in memory alone from here on.
  if (meta) meta.content = '';
  try {
    const session: unknown = JSON.parse(content);
    return isSession(session) ? session : null;
  } catch {
    return null;
  }
}
