import { decodeJwt, importSPKI, jwtVerify } from 'jose';

/** Zendesk signs a page's token as it opens it. */
const LONGEST_AGE_SECONDS = 300;
const SKEW_SECONDS = 30;

/** Who opened our page, in which account and from which installation of the app. */
export type Opened = { tenantId: string; installationId: string; userId: string };

const ACCOUNT = /^([a-z0-9][a-z0-9-]{0,62})\.zendesk\.com$/;
const NUMBER = /^(\d{1,20})(?:\.json)?$/;

const part = (text: unknown, pattern: RegExp): string | null =>
  typeof text === 'string' ? (pattern.exec(text)?.[1] ?? null) : null;

const behind = (prefix: string, text: unknown): string | null =>
  typeof text === 'string' && text.startsWith(prefix) ? text.slice(prefix.length) : null;

/** What a token says, before anything of it is believed. All of it has to be about one account. */
function readClaims(token: string): Opened | null {
  try {
    const { iss, aud, sub } = decodeJwt(token);
    const tenantId = part(iss, ACCOUNT);
    const api = `https://${tenantId}.zendesk.com/api/v2`;
    const installationId = part(behind(`${api}/apps/installations/`, aud), NUMBER);
    const userId = part(behind(`${api}/users/`, sub) ?? sub, NUMBER);
    return tenantId && installationId && userId ? { tenantId, installationId, userId } : null;
  } catch {
    return null;
  }
}

/**
 * Checks the token that Zendesk posts with a signed page (RS256 by the app's key; `iss`, `aud` and `sub` name the account,
 * the installation and the user; Zendesk, "Building a server-side app", part 5). Null for one that is not to be believed.
 * `readKey`: the app's public key, PEM; null where it is not known.
 */
export async function readZafToken(
  token: string,
  readKey: (opened: Opened) => Promise<string | null>,
): Promise<Opened | null> {
  const opened = readClaims(token);
  const pem = opened && (await readKey(opened));
  if (!opened || !pem) return null;
  const { tenantId, installationId } = opened;
  const installation = `https://${tenantId}.zendesk.com/api/v2/apps/installations/${installationId}`;
  const verified = await importSPKI(pem, 'RS256')
    .then((key) =>
      jwtVerify(token, key, {
        algorithms: ['RS256'],
        issuer: `${tenantId}.zendesk.com`,
        audience: [installation, `${installation}.json`],
        requiredClaims: ['iat', 'exp'],
        maxTokenAge: LONGEST_AGE_SECONDS,
        clockTolerance: SKEW_SECONDS,
      }),
    )
    .catch(() => null);
  return verified && opened;
}
