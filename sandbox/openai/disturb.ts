import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ApiError } from './api-error.ts';
import type { Fault } from './faults.ts';
import { rateLimited } from './rate-limit.ts';
import type { Sandbox } from './sandbox.ts';

const DEFAULT_SLOW_MS = 3000;

/** Lets the answer take its time and applies the faults that leave no answer; a response means: send this instead. */
export async function disturb(
  fault: Fault | null,
  latency: number,
  http: HttpBindings,
  sandbox: Sandbox,
): Promise<Response | null> {
  const ms = latency + (fault?.ms ?? (fault?.kind === 'slow' ? DEFAULT_SLOW_MS : 0));
  if (ms > 0) await sleep(ms, undefined, { signal: sandbox.closing }).catch(() => undefined);
  switch (fault?.kind) {
    case 'hang':
      await once(http.incoming.socket, 'close');
      return RESPONSE_ALREADY_SENT;
    case 'drop':
      http.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case '429':
      throw rateLimited(fault.retryAfterSeconds ?? 1);
    case '500':
      throw new ApiError(500, 'The server had an error while processing your request. Sorry about that!');
    case '503':
      throw new ApiError(503, 'That model is currently overloaded with other requests. Please try again later.');
    default:
      return null;
  }
}
