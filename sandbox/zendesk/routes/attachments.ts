import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { findViewer } from '../access.ts';
import type { Account } from '../account.ts';
import { contentOf } from '../attachments/content.ts';
import { ApiError, notFound, unauthenticated } from '../errors.ts';
import type { Ctx, ZendeskEnv } from '../http.ts';

const LIFETIME_MS = 60_000;

/**
 * An attachment's content_url wants a signed-in user and leads to a temporary address. That one needs no sign-in and,
 * as the storage behind Zendesk does, refuses a request that carries another authorisation beside its own.
 */
export function attachmentRoutes(account: Account) {
  const links = new Map<string, { id: number; endsAt: number }>();

  const find = (wanted: number) => {
    for (const { comments } of account.state.tickets.values()) {
      const found = comments.flatMap(({ attachments }) => attachments).find(({ id }) => id === wanted);
      if (found) return found;
    }
    throw notFound();
  };
  const lead = (c: Ctx) => {
    if (findViewer(account, c) === null) throw unauthenticated();
    const { id } = find(Number(c.req.param('id')));
    const now = account.now().getTime();
    for (const [key, { endsAt }] of links) if (endsAt <= now) links.delete(key);
    const key = randomBytes(24).toString('base64url');
    links.set(key, { id, endsAt: now + LIFETIME_MS });
    return c.redirect(`${account.url}/attachments/temporary/${key}`, 302);
  };
  return new Hono<ZendeskEnv>()
    .get('/attachments/token/:id', lead)
    .get('/attachments/token/:id/', lead)
    .get('/attachments/temporary/:key', (c) => {
      if (c.req.header('authorization') !== undefined) {
        throw new ApiError(400, { error: 'InvalidArgument', description: 'Only one auth mechanism allowed' });
      }
      const link = links.get(c.req.param('key'));
      if (link === undefined || link.endsAt <= account.now().getTime()) throw notFound();
      const attachment = find(link.id);
      const body = new Uint8Array(contentOf(attachment));
      const headers = {
        'Content-Type': attachment.content_type,
        'Content-Security-Policy': "default-src 'none'; sandbox",
      };
      return c.body(body, 200, headers);
    });
}
