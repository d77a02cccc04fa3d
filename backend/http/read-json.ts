import type { Context } from 'hono';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

/** A request's body as JSON. Throws `bad_request` when it is none. */
export const readJson = (c: Context<Env>): Promise<unknown> =>
  c.req.json().catch(() => {
    throw new HttpProblem('bad_request', 'The body is no JSON.');
  });
