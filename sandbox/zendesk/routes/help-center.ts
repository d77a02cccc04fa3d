import { Hono } from 'hono';
import { findViewer } from '../access.ts';
import type { Account } from '../account.ts';
import { escapeHtml, textFromHtml } from '../comment-text.ts';
import { badRequest, notFound } from '../errors.ts';
import type { Ctx, ZendeskEnv } from '../http.ts';
import { paginate } from '../pages.ts';
import type { Article } from '../state.ts';

/** The help centre's articles; without a locale each one in its source locale. */
export function helpCenterRoutes(account: Account) {
  const view = (article: Article) => viewArticle(article, account.url);
  const visibleTo = (c: Ctx, articles: Article[]) =>
    findViewer(account, c) ? articles : articles.filter(({ draft, user_segment_id }) => !draft && !user_segment_id);
  const inSource = () => account.state.articles.filter(({ locale, source_locale }) => locale === source_locale);
  const inLocale = (wanted: string) => account.state.articles.filter(({ locale }) => locale === wanted.toLowerCase());
  const list = (c: Ctx, articles: Article[]) => {
    const { page, links } = paginate(c, visibleTo(c, articles));
    return c.json({ articles: page.map(view), ...links });
  };
  return new Hono<ZendeskEnv>()
    .get('/help_center/locales', (c) => {
      const locales = [...new Set(account.state.articles.map(({ locale }) => locale))];
      return c.json({ locales, default_locale: 'en-us' });
    })
    .get('/help_center/articles', (c) => list(c, inSource()))
    .get('/help_center/articles/search', (c) => {
      const query = c.req.query('query')?.toLowerCase();
      if (!query) throw badRequest('At least one of query, category, section or label_names is required');
      const locale = c.req.query('locale');
      const { page, links } = paginate(
        c,
        rank(locale === undefined ? inSource() : inLocale(locale), query.split(/\s+/)),
      );
      return c.json({
        results: page.map((article) => ({ ...view(article), result_type: 'article', snippet: snippet(article) })),
        ...links,
      });
    })
    .get('/help_center/:locale/articles', (c) => list(c, inLocale(c.req.param('locale'))));
}

/** The public page that an article's html_url leads to. */
export function articlePage(account: Account) {
  return new Hono<ZendeskEnv>().get('/hc/:locale/articles/:slug', (c) => {
    const id = Number(c.req.param('slug').split('-')[0]);
    const article = account.state.articles.find((one) => one.id === id && one.locale === c.req.param('locale'));
    if (article === undefined) throw notFound();
    const title = escapeHtml(article.title);
    return c.html(
      `<!doctype html><html lang="${article.locale}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${article.body}</html>`,
      200,
      { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" },
    );
  });
}

function rank(articles: Article[], words: string[]): Article[] {
  const scored = articles.map((article) => {
    const text = `${article.title} ${article.body}`.toLowerCase();
    return { article, hits: words.filter((word) => text.includes(word)).length };
  });
  const found = scored.filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits);
  return found.map(({ article }) => article);
}

const snippet = (article: Article) => textFromHtml(article.body).slice(0, 160);

function viewArticle(article: Article, url: string) {
  const { id, locale, source_locale, section, title, body, updated_at } = article;
  const slug = title
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    id,
    url: `${url}/api/v2/help_center/${locale}/articles/${id}.json`,
    html_url: `${url}/hc/${locale}/articles/${slug === '' ? id : `${id}-${slug}`}`,
    locale,
    source_locale,
    title,
    name: title,
    body,
    label_names: [section],
    draft: article.draft ?? false,
    user_segment_id: article.user_segment_id ?? null,
    outdated: false,
    created_at: updated_at,
    updated_at,
    edited_at: updated_at,
  };
}
