import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { notFound } from '../errors.ts';
import type { ZendeskEnv } from '../http.ts';

/** An attachment's content_url leads to a temporary address, which serves a placeholder of the right kind. */
export function attachmentRoutes({ state }: Account) {
  const find = (id: string) => {
    const attachments = [...state.tickets.values()].flatMap(({ comments }) =>
      comments.flatMap((comment) => comment.attachments),
    );
    const attachment = attachments.find((one) => one.id === Number(id));
    if (attachment === undefined) throw notFound();
    return attachment;
  };
  return new Hono<ZendeskEnv>()
    .get('/attachments/token/:id', (c) => c.redirect(`/attachments/temporary/${find(c.req.param('id')).id}`, 302))
    .get('/attachments/token/:id/', (c) => c.redirect(`/attachments/temporary/${find(c.req.param('id')).id}`, 302))
    .get('/attachments/temporary/:id', (c) => {
      const { file_name, content_type, size } = find(c.req.param('id'));
      const headers = { 'Content-Type': content_type, 'Content-Security-Policy': "default-src 'none'; sandbox" };
      return c.body(`Placeholder for ${file_name}\n`.padEnd(size, '.'), 200, headers);
    });
}
