import { z } from 'zod';
import type { Page } from '../../../ports/helpdesk.ts';
import type { Article } from '../../../ports/ticket.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

const localesSchema = z.object({ locales: z.array(z.string()) });
const articleSchema = z.object({
  id: z.number(),
  locale: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string().nullish(),
  updated_at: z.string(),
  draft: z.boolean().nullish(),
  user_segment_id: z.number().nullish(),
  user_segment_ids: z.array(z.number()).nullish(),
});
const articlesSchema = z.object({
  articles: z.array(articleSchema),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
});

/** Where a listing stands: a locale, and Zendesk's own cursor within it. */
const SEPARATOR = ' ';

const isPublic = ({ draft, user_segment_id, user_segment_ids }: z.output<typeof articleSchema>): boolean =>
  !draft && user_segment_id == null && (user_segment_ids?.length ?? 0) === 0;

/** One page of the articles that everybody may read, since they are quoted to customers; a listing without a locale would leave the translations out. */
export async function fetchArticles(client: ZendeskClient, cursor: string | null): Promise<Page<Article>> {
  const { locales } = parseAnswer(localesSchema, await client.get('/api/v2/help_center/locales.json'));
  const [asked, from] = cursor?.split(SEPARATOR) ?? [];
  // A locale that was taken away meanwhile: the listing begins again, so that it misses nothing.
  const [locale, after] = asked !== undefined && locales.includes(asked) ? [asked, from] : [locales[0], undefined];
  if (locale === undefined) return { items: [], cursor: null, more: false };
  const page = after ? `&page[after]=${encodeURIComponent(after)}` : '';
  const path = `/api/v2/help_center/${encodeURIComponent(locale)}/articles.json?page[size]=100${page}`;
  const { articles, meta } = parseAnswer(articlesSchema, await client.get(path));
  const nextLocale = locales[locales.indexOf(locale) + 1];
  const next = meta?.has_more && meta.after_cursor ? `${locale}${SEPARATOR}${meta.after_cursor}` : nextLocale;
  const items = articles.filter(isPublic).map(({ id, locale: written, title, body, html_url, updated_at }) => ({
    ...{ id: String(id), locale: written, title, html: body ?? '', url: html_url ?? null, updatedAt: updated_at },
  }));
  return { items, cursor: next ?? null, more: next !== undefined };
}
