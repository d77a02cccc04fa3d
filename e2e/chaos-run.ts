import type { FaultKind } from '../sandbox/openai/faults.ts';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import type { Seed } from '../sandbox/zendesk/seed-shape.ts';
import { type BackendProcess, startBackendProcess } from './backend-process.ts';
import { deliver, ticketEvent } from './deliveries.ts';
import { manyTickets, NO_LIMITS, ticketIds } from './many-tickets.ts';
import { prepareStack, type Stack } from './stack.ts';

/** What the model does wrong, as shares of all its answers; three in ten are as they should be. */
const CHAOS: [FaultKind, number][] = [
  ['429', 0.3],
  ['500', 0.1],
  ['hang', 0.1],
  ['drop', 0.04],
  ['truncate', 0.04],
  ['refuse', 0.04],
  ['garbage', 0.04],
  ['nonsense', 0.04],
];
const WORKERS = 24;
/** A hung call is given up after 20 s, and a ticket has at most two of those. */
const PATIENCE_MS = 900_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A fault is rolled only for what those before it have left, so each share is one of the rest. */
function addChaos({ faults }: OpenAi): void {
  let rest = 1;
  for (const [kind, share] of CHAOS) {
    faults.add({ kind, probability: share / rest });
    rest -= share;
  }
}

export type ChaosPlan = {
  /** Tickets while the model misbehaves, and while it is down altogether. */
  tickets: { chaos: number; outage: number };
  model: OpenAi;
  stack: Stack;
};

/** A word of its own for each ticket, which no masking takes for anything: `lesaaab`. */
const wordOf = (number: number): string =>
  `les${[17_576, 676, 26, 1].map((power) => String.fromCharCode(97 + (Math.floor(number / power) % 26))).join('')}`;

const withWords = (seed: Seed): Seed => ({
  ...seed,
  tickets: seed.tickets.map((ticket, number) => ({
    ...ticket,
    comments: ticket.comments.map((comment) => ({
      ...comment,
      text: `${comment.text} It began with lesson ${wordOf(number)} of the course.`,
    })),
  })),
});

/** Calls of the model by ticket. */
function countCalls({ calls }: OpenAi, from: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { messages } of calls.slice(from)) {
    const [word] = /les[a-z]{4}(?= of the course)/.exec(JSON.stringify(messages)) ?? [];
    if (!word) throw new Error('A call is about no ticket of the run');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

async function untilTriaged({ zendesk }: Stack, ids: number[]): Promise<number> {
  const endsAt = Date.now() + PATIENCE_MS;
  const left = new Set(ids);
  while (left.size > 0 && Date.now() < endsAt) {
    for (const id of left) if (zendesk.readTicket(id).tags.includes('ait_triaged')) left.delete(id);
    await pause(50);
  }
  return left.size;
}

async function send(ids: number[], { stack, model }: ChaosPlan, url: string) {
  const from = model.calls.length;
  const startedAt = Date.now();
  const event = (id: number) => ticketEvent(id, stack.zendesk.readTicket(id).requester_id);
  await Promise.all(ids.map((id) => deliver(() => url, stack.webhookSecret, event(id))));
  const left = await untilTriaged(stack, ids);
  const counts = [...countCalls(model, from).values()];
  const notes = ids.map((id) => stack.zendesk.readTicket(id).comments.at(-1)?.body ?? '');
  return {
    tickets: ids.length,
    left,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    calls: counts.reduce((sum, count) => sum + count, 0),
    mostCalls: Math.max(0, ...counts),
    byModel: notes.filter((note) => note.includes('decided by openai')).length,
    byBuiltin: notes.filter((note) => note.includes('decided by builtin')).length,
  };
}

/** Tickets through webhook, triage and write-back while the model does everything wrong that one can, and then while it is down. */
export async function runChaos(plan: ChaosPlan) {
  const { stack, model, tickets } = plan;
  const backend: BackendProcess = startBackendProcess(stack.environment);
  try {
    await backend.ready;
    const ids = ticketIds(tickets.chaos + tickets.outage);
    addChaos(model);
    const chaos = await send(ids.slice(0, tickets.chaos), plan, backend.url);
    model.faults.clear();
    model.faults.add({ kind: '503' });
    const outage = await send(ids.slice(tickets.chaos), plan, backend.url);
    model.faults.clear();
    return { chaos, outage };
  } finally {
    await backend.end('SIGTERM');
  }
}

/** A stack of that many tickets, and a model that answers quickly when it does. */
export async function prepareChaos(tickets: ChaosPlan['tickets']): Promise<ChaosPlan> {
  const model = await startOpenAi({ latencyMs: { classify: 60, draft: 90 } });
  const stack = await prepareStack({
    connect: false,
    zendesk: { seed: withWords(manyTickets(tickets.chaos + tickets.outage)), limits: NO_LIMITS },
    environment: {
      MODE: 'assist',
      WORKERS: String(WORKERS),
      OPENAI_API_KEY: 'sk-sandbox',
      OPENAI_BASE_URL: model.url,
    },
  });
  return { tickets, model, stack };
}
