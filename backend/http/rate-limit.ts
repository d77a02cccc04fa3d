import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

/**
 * At most so many requests a minute and tenant, in this process; who asks for more is told when to come again. Behind the
 * check of who asks, so that nobody uses up another's.
 */
export function limitRate(perMinute: number) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return createMiddleware<Env>(async (c: Context<Env>, next) => {
    await limiter.consume(c.var.tenant.id).catch((refused) => {
      const waits = refused instanceof RateLimiterRes ? Math.ceil(refused.msBeforeNext / 1000) : 1;
      throw new HttpProblem(
        'rate_limited',
        'This installation asks too often; try again in a moment.',
        Math.max(1, waits),
      );
    });
    return next();
  });
}
