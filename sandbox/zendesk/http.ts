import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { ApiError, badRequest } from './errors.ts';
import { isObject, type Json, parseJson } from './json.ts';
import type { Token, User } from './state.ts';

/** Who asks: a token's user with its scopes, or somebody's browser session, which has no scopes to mind. */
export type Viewer = { user: User; scopes: string[] | null; token: Token | null };
export type ZendeskEnv = {
  /** `replayed` marks a request that a `late_apply` fault held back. */
  Bindings: HttpBindings & { replayed?: true };
  Variables: { viewer: Viewer; client?: string; marketplace?: boolean };
};
export type Ctx = Context<ZendeskEnv>;

const MOST_CHARACTERS = 2_000_000;

export async function readJson(c: Ctx): Promise<Json> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ApiError(415, { error: 'UnsupportedMediaType', description: 'Content-Type must be application/json' });
  }
  const text = await c.req.text();
  if (text.length > MOST_CHARACTERS) throw new ApiError(413, { error: 'PayloadTooLarge' });
  const body = parseJson(text);
  if (body === undefined) throw badRequest('The request body is not valid JSON');
  return isObject(body) ? body : {};
}

export const isSession = (c: Ctx) => c.var.viewer.scopes === null;
