import { z } from 'zod';
import type { Page } from '../../../ports/helpdesk.ts';
import type { Article } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './fetch-ticket.ts';

const articlesSchema = z.object({
  articles: z.array(
    z.object({
      id: z.number(),
      locale: z.string(),
      title: z.string(),
      body: z.string().nullish(),
      html_url: z.string().nullish(),
      updated_at: z.string(),
      draft: z.boolean().nullish(),
    }),
  ),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
});

/** One page of the help centre's published articles, all locales. */
export async function fetchArticles(client: ZendeskClient, cursor: string | null): Promise<Page<Article>> {
  const after = cursor ? `&page[after]=${encodeURIComponent(cursor)}` : '';
  const path = `/api/v2/help_center/articles.json?page[size]=100${after}`;
  const { articles, meta } = parseAnswer(articlesSchema, await client.get(path));
  const items = articles
    .filter(({ draft }) => !draft)
    .map(({ id, locale, title, body, html_url, updated_at }) => ({
      id: String(id),
      locale,
      title,
      html: body ?? '',
      url: html_url ?? null,
      updatedAt: updated_at,
    }));
  return { items, cursor: meta?.after_cursor ?? null, more: meta?.has_more ?? false };
}
