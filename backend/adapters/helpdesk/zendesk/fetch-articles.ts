import { z } from 'zod';
import type { Page } from '../../../ports/helpdesk.ts';
import type { Article } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './fetch-ticket.ts';

const localesSchema = z.object({ locales: z.array(z.string()) });
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
      user_segment_id: z.number().nullish(),
    }),
  ),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
});

/** Where a listing stands: a locale, and Zendesk's own cursor within it. */
const SEPARATOR = ' ';

/** One page of the articles that everybody may read, since they are quoted to customers; a listing without a locale would leave the translations out. */
export async function fetchArticles(client: ZendeskClient, cursor: string | null): Promise<Page<Article>> {
  const { locales } = parseAnswer(localesSchema, await client.get('/api/v2/help_center/locales.json'));
  const [locale = locales[0], after] = cursor?.split(SEPARATOR) ?? [];
  if (locale === undefined) return { items: [], cursor: null, more: false };
  const from = after ? `&page[after]=${encodeURIComponent(after)}` : '';
  const path = `/api/v2/help_center/${encodeURIComponent(locale)}/articles.json?page[size]=100${from}`;
  const { articles, meta } = parseAnswer(articlesSchema, await client.get(path));
  const items = articles
    .filter(({ draft, user_segment_id }) => !draft && user_segment_id == null)
    .map(({ id, title, body, html_url, updated_at, locale: written }) => ({
      id: String(id),
      locale: written,
      title,
      html: body ?? '',
      url: html_url ?? null,
      updatedAt: updated_at,
    }));
  const nextLocale = locales[locales.indexOf(locale) + 1];
  const next = meta?.has_more && meta.after_cursor ? `${locale}${SEPARATOR}${meta.after_cursor}` : nextLocale;
  return { items, cursor: next ?? null, more: next !== undefined };
}
