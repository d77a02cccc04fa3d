import { Hono } from 'hono';
import { api } from '../contract/api.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { rewriteRequestSchema } from '../contract/rewrite.ts';
import { present } from '../pipeline/present.ts';
import { canRewrite, type NoRewrite, type RewriteParts, rewrite } from '../pipeline/rewrite.ts';
import type { Store } from '../ports/store.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';
import { readJson } from './read-json.ts';
import { readOwn } from './read-own.ts';

export type RewriteRouteParts = RewriteParts & { store: Pick<Store, 'readTriage'> };

const REWRITES = api.rewriteDraft.path.replace('{id}', ':id');

const WORDS: Record<NoRewrite, [ProblemCode, string]> = {
  too_long: ['too_large', 'The draft has too many sentences to be rewritten; shorten it first.'],
  too_many: ['too_many_rewrites', 'This draft was rewritten often enough; edit it by hand.'],
  budget_used_up: ['budget_used_up', "The account's budget for language models is used up for this month."],
  model_unavailable: ['model_unavailable', 'The language model did not answer; try again in a moment.'],
  says_more: [
    'rewrite_refused',
    'The rewrite said more than the draft does and was thrown away; the draft stays as it is.',
  ],
  leaves_out: [
    'rewrite_refused',
    'The translation changed or left out a number, link or name and was thrown away; the draft stays as it is.',
  ],
};

/** A draft in other words, for the agent who has it open. */
export function rewriteRoute(parts: RewriteRouteParts) {
  return new Hono<Env>().post(REWRITES, async (c) => {
    const stored = await readOwn(parts.store, c.var, c.req.param('id') ?? '');
    const asked = rewriteRequestSchema.parse(await readJson(c));
    const { draft } = present(stored);
    if (!draft || !canRewrite(c.var.tenant))
      throw new HttpProblem('conflict', 'This account has no engine that rewrites, or there is no draft to rewrite.');
    const rewritten = await rewrite({ stored, draft, asked }, c.var.tenant, parts);
    if (rewritten.ok) return c.json(rewritten.draft);
    throw new HttpProblem(...WORDS[rewritten.reason]);
  });
}
