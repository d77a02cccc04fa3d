import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Opened } from './zaf-token.ts';

const KEPT_MS = 3_600_000;
const LOOKS_PER_MINUTE = 30;

/**
 * The key of an app's installation, asked for in its account. Anybody can post us a token that names one, so that only so many
 * are looked up; one that was found is not asked for again for an hour.
 */
export function rememberKeys(fetchKey: (opened: Opened) => Promise<string | null>) {
  const kept = new Map<string, { pem: string; until: number }>();
  const looks = new RateLimiterMemory({ points: LOOKS_PER_MINUTE, duration: 60 });
  return async (opened: Opened): Promise<string | null> => {
    const { tenantId, installationId } = opened;
    const name = `${tenantId}/${installationId}`;
    const known = kept.get(name);
    if (known && known.until > Date.now()) return known.pem;
    const mayLook = await looks.consume(tenantId).then(
      () => true,
      () => false,
    );
    const pem = mayLook ? await fetchKey(opened) : null;
    if (pem) kept.set(name, { pem, until: Date.now() + KEPT_MS });
    return pem;
  };
}
