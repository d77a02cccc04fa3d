import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../contract/problem.ts';
import { OutsideError, type OutsideErrorCode } from '../ports/errors.ts';
import type { Env } from './env.ts';
import { answerError } from './errors.ts';

describe('an error from outside', () => {
  it.each<[OutsideErrorCode, string | null, RegExp]>([
    ['timeout', '5', /does not answer \(timeout\); try again/],
    ['server_error', '5', /try again/],
    ['forbidden', null, /^zendesk refuses what we ask of it \(forbidden\)\.$/],
    ['not_found', null, /refuses/],
  ])('asks for another try where that may help: %s', async (code, retryAfter, said) => {
    const app = new Hono<Env>().use(requestId()).get('/', () => {
      throw new OutsideError('zendesk', code, 'x');
    });
    app.onError(answerError);
    const answer = await app.request('/');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, retryAfter]);
    expect(problemSchema.parse(await answer.json()).error.message).toMatch(said);
  });
});
