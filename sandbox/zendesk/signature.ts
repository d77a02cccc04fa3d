import { createHmac } from 'node:crypto';

/** Zendesk's public secret for webhooks that do not exist yet. */
export const TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

/** The secret is used as the literal text, not decoded. */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret)
    .update(timestamp + body)
    .digest('base64');
}
