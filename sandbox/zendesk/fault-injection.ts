import { setTimeout as sleep } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createMiddleware } from 'hono/factory';
import { ApiError, tooMany } from './errors.ts';
import { type Fault, type Faults, readFaultHeader } from './faults.ts';
import type { Ctx, ZendeskEnv } from './http.ts';

type Replay = (request: Request, env: ZendeskEnv['Bindings']) => unknown;
/** Runs something later, unless the account closes first. */
export type Later = (delayMs: number, run: () => unknown) => void;

const USUAL_DELAY_MS = 300;

/** Lets the fault that fits strike, before, after or instead of the request. */
export function faultInjection(faults: Faults, replay: Replay, later: Later) {
  return createMiddleware<ZendeskEnv>(async (c, next) => {
    const fault = c.env.replayed
      ? null
      : (readFaultHeader(c.req.header('x-sandbox-fault')) ?? faults.onRequest(c.req.method, c.req.path));
    if (fault === null) return next();
    if (fault.kind === '429') throw tooMany(fault.retryAfter ?? 1);
    if (fault.kind === '500') throw new ApiError(500, { error: 'InternalServerError', description: 'Injected fault' });
    if (fault.kind === '504') throw gatewayTimeout();
    if (fault.kind === 'late_apply') await holdBack(c, fault, replay, later);
    if (fault.kind === 'slow') await sleep(fault.delayMs ?? USUAL_DELAY_MS);
    await next();
    if (fault.kind !== 'drop_after_apply') return;
    c.env.incoming.socket.destroy();
    c.res = RESPONSE_ALREADY_SENT;
  });
}

const gatewayTimeout = () => new ApiError(504, { error: 'GatewayTimeout', description: 'Injected fault' });

/** Answers 504 now and lets the request take effect afterwards. */
async function holdBack(c: Ctx, fault: Fault, replay: Replay, later: Later): Promise<never> {
  const { method, url } = c.req;
  const body = method === 'GET' || method === 'HEAD' ? null : await c.req.arrayBuffer();
  const held = new Request(url, { method, headers: c.req.raw.headers, body });
  later(fault.delayMs ?? USUAL_DELAY_MS, () => replay(held, { ...c.env, replayed: true }));
  throw gatewayTimeout();
}
