import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { answerError } from '../http/errors.ts';

/** Asks routes as the server would have them answer. A body that is text is sent as it is, any other as JSON. */
export async function ask(app: Hono<Env>, method: string, path: string, body?: unknown) {
  app.onError(answerError);
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await app.request(path, { method, ...(body !== undefined && { body: sent }) });
  return { status: answer.status, body: await answer.json() };
}
