import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import { sign } from './signature.ts';
import { type State, stamp, type Webhook } from './state.ts';
import type { TicketEvent } from './ticket-event.ts';

/** `timeout` and `unreachable` stand where no status came. */
export type Outcome = { status: number | 'timeout' | 'unreachable'; retryAfter: number | null };
/** One call of a webhook: what is sent and what became of it. */
export type Sent = {
  webhookId: string;
  invocationId: string;
  endpoint: string;
  body: string;
  attempts: Outcome[];
  state: 'pending' | 'delivered' | 'failed' | 'lost';
};
/** The call that tells of an event. */
export type Delivery = Sent & { event: TicketEvent };
export type Sender = ReturnType<typeof createSender>;
type Parts = { state: State; faults: Faults; now: () => Date; retryDelaysMs: number[]; timeoutMs: number };

const LOG_LENGTH = 20_000;

/** Delivers events and what triggers say beside the change that caused them, never in its way. */
export function createSender(parts: Parts) {
  const { state, faults } = parts;
  const deliveries: Delivery[] = [];
  const notifications: Sent[] = [];
  const running = new Set<Promise<void>>();
  const stop = new AbortController();

  function start<T extends Sent>(webhook: Webhook, log: T[], create: (lost: boolean) => T): void {
    const fault = faults.onDelivery(new URL(webhook.endpoint).pathname)?.kind;
    for (let copies = fault === 'duplicate_delivery' ? 2 : 1; copies > 0; copies--) {
      const delivery = create(fault === 'lost_delivery');
      log.push(delivery);
      if (log.length > LOG_LENGTH) log.shift();
      if (delivery.state === 'lost') continue;
      const run = deliver(webhook, delivery, parts, stop.signal).finally(() => running.delete(run));
      running.add(run);
    }
  }

  return {
    publish(events: TicketEvent[]): void {
      for (const event of events) {
        for (const webhook of state.webhooks.filter((hook) => listens(hook, event)))
          start(webhook, deliveries, (lost) => ({ ...newCall(webhook, JSON.stringify(event), lost), event }));
      }
    },
    /** What a trigger has to say to one webhook. */
    notify(webhookId: string, body: string): void {
      const webhook = state.webhooks.find(({ id, status }) => id === webhookId && status === 'active');
      if (webhook) start(webhook, notifications, (lost) => newCall(webhook, body, lost));
    },
    deliveries,
    notifications,
    /** Resolves when nothing is under way any more. */
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
    async close(): Promise<void> {
      stop.abort();
      await Promise.all(running);
    },
  };
}

function newCall({ id, endpoint }: Webhook, body: string, lost: boolean): Sent {
  const state = lost ? 'lost' : 'pending';
  return { webhookId: id, invocationId: randomUUID(), endpoint, body, attempts: [], state };
}

async function deliver(webhook: Webhook, delivery: Sent, parts: Parts, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const outcome = await post(webhook, delivery, parts, stop);
    delivery.attempts.push(outcome);
    const wait = waitBeforeRetry(outcome, delivery.attempts.length - 1, parts.retryDelaysMs);
    if (wait === null) break;
    await sleep(wait, undefined, { signal: stop }).catch(() => undefined);
  }
  const last = delivery.attempts.at(-1)?.status;
  delivery.state = typeof last === 'number' && last >= 200 && last < 300 ? 'delivered' : 'failed';
}

async function post(
  webhook: Webhook,
  delivery: Sent,
  { state, now, timeoutMs }: Parts,
  stop: AbortSignal,
): Promise<Outcome> {
  const { body } = delivery;
  const headers = signedHeaders(webhook, state.accountId, stamp(now()), delivery.invocationId, body);
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([timeout, stop]);
  try {
    const response = await fetch(webhook.endpoint, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    const retryAfter = response.headers.get('retry-after');
    return {
      status: response.status,
      retryAfter: retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null,
    };
  } catch {
    return { status: timeout.aborted ? 'timeout' : 'unreachable', retryAfter: null };
  }
}

export function signedHeaders(
  webhook: Pick<Webhook, 'id' | 'secret'>,
  accountId: number,
  timestamp: string,
  invocationId: string,
  body: string,
) {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'Zendesk Webhook',
    'X-Zendesk-Account-Id': String(accountId),
    'X-Zendesk-Webhook-Id': webhook.id,
    'X-Zendesk-Webhook-Invocation-Id': invocationId,
    'X-Zendesk-Webhook-Signature': sign(webhook.secret, timestamp, body),
    'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
  };
}

const listens = (webhook: Webhook, event: TicketEvent) =>
  webhook.status === 'active' && webhook.subscriptions.includes(event.type);

/** 409 three times, a time-out five times, 429 and 503 only when they ask for a short wait; anything else never. */
function waitBeforeRetry({ status, retryAfter }: Outcome, retries: number, delaysMs: number[]): number | null {
  const delay = delaysMs[Math.min(retries, delaysMs.length - 1)] ?? 0;
  if (status === 409) return retries < 3 ? delay : null;
  if (status === 'timeout') return retries < 5 ? delay : null;
  const short = retryAfter !== null && retryAfter < 60;
  return (status === 429 || status === 503) && short && retries < 3 ? retryAfter * 1000 : null;
}
