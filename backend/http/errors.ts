import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Env } from './env.ts';

const STATUS: Record<ProblemCode, ContentfulStatusCode> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  model_unavailable: 503,
  budget_used_up: 429,
  too_many_rewrites: 429,
  rewrite_refused: 422,
  internal: 500,
  unavailable: 503,
};

/** A refusal on purpose: what was wrong and what to do, in one sentence that holds no ticket text. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly retryAfterSeconds: number | null;
  constructor(code: ProblemCode, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function ofOutside({ party, code, retryable, retryAfterSeconds }: OutsideError): HttpProblem {
  if (code === 'rate_limited')
    return new HttpProblem('rate_limited', `${party} asks us to wait; try again in a moment.`, retryAfterSeconds ?? 30);
  return retryable
    ? new HttpProblem('unavailable', `${party} does not answer (${code}); try again in a moment.`, 5)
    : new HttpProblem('unavailable', `${party} refuses what we ask of it (${code}).`);
}

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof OutsideError) return ofOutside(error);
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return new HttpProblem('bad_request', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`);
  }
  if (error instanceof HTTPException && error.status === 413)
    return new HttpProblem('too_large', 'The body is too large; send less of the conversation.');
  return new HttpProblem('internal', 'Something went wrong on our side; the ticket is not changed.');
}

/** The one place where an error becomes an answer. */
export function answerError(error: unknown, c: Context<Env>): Response {
  const problem = toProblem(error);
  const { code, message, retryAfterSeconds } = problem;
  const wait = retryAfterSeconds === null ? {} : { retryAfterSeconds };
  const body: Problem = { error: { code, message, requestId: c.var.requestId, ...wait } };
  if (retryAfterSeconds !== null) c.header('Retry-After', String(Math.ceil(retryAfterSeconds)));
  // The rest of a body that is too large stays unread, so this connection cannot carry another request.
  if (code === 'too_large') c.header('Connection', 'close');
  c.set('failure', problem.code === 'internal' && error instanceof Error ? error.name : code);
  return c.json(body, STATUS[code]);
}
