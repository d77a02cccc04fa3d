import { badRequest } from './errors.ts';
import type { Ctx } from './http.ts';

const MOST = 100;

type Listed = { id: number | string };
/** A page of a list and what the answer says beside it. */
export type Page<T> = { page: T[]; links: object };

/** By cursor when the request says `page[…]`, by offset otherwise. */
export function paginate<T extends Listed>(c: Ctx, items: T[]): Page<T> {
  const byCursor = c.req.query('page[size]') !== undefined || c.req.query('page[after]') !== undefined;
  return byCursor ? cursorPage(c, items) : offsetPage(c, items);
}

export function cursorPage<T extends Listed>(c: Ctx, items: T[], most = MOST): Page<T> {
  const size = readCount(c, 'page[size]', most, MOST);
  const after = c.req.query('page[after]');
  const start = after === undefined ? 0 : indexAfter(items, after);
  const page = items.slice(start, start + size);
  const last = page.at(-1);
  const has_more = start + size < items.length;
  const after_cursor = last ? Buffer.from(`o${last.id}`).toString('base64url') : null;
  const next =
    has_more && after_cursor ? withQuery(c, { 'page[size]': String(size), 'page[after]': after_cursor }) : null;
  return { page, links: { meta: { has_more, after_cursor, before_cursor: null }, links: { next, prev: null } } };
}

function offsetPage<T extends Listed>(c: Ctx, items: T[]): Page<T> {
  const size = readCount(c, 'per_page', MOST);
  const number = readCount(c, 'page', Number.MAX_SAFE_INTEGER, 1);
  const start = (number - 1) * size;
  const next_page = start + size < items.length ? withQuery(c, { page: String(number + 1) }) : null;
  const previous_page = number > 1 ? withQuery(c, { page: String(number - 1) }) : null;
  return { page: items.slice(start, start + size), links: { count: items.length, next_page, previous_page } };
}

function indexAfter(items: Listed[], cursor: string): number {
  const [, id] = /^o(.+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const index = items.findIndex((item) => String(item.id) === id);
  if (index === -1) throw badRequest('The page[after] cursor is invalid');
  return index + 1;
}

function readCount(c: Ctx, key: string, most: number, usual = most): number {
  const asked = Number(c.req.query(key) ?? usual);
  if (!Number.isInteger(asked) || asked < 1) throw badRequest(`${key} must be a positive integer`);
  return Math.min(asked, most);
}

function withQuery(c: Ctx, changes: Record<string, string>): string {
  const url = new URL(c.req.url);
  for (const [key, value] of Object.entries(changes)) url.searchParams.set(key, value);
  return url.href;
}
