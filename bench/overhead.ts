import { readConfig } from '../backend/config.ts';
import type { Triage } from '../backend/contract/triage.ts';
import { createLog } from '../backend/log.ts';
import { start } from '../backend/start.ts';
import { startBackendProcess } from '../e2e/backend-process.ts';
import { call, readSnapshot } from '../e2e/installation.ts';
import { prepareStack, type Stack } from '../e2e/stack.ts';
import { startOpenAi } from '../sandbox/openai/start.ts';
import { ms, pause, quantile, type Row } from './benchmark.ts';

const LATENCY = { classify: 900, draft: 2_500 };
const MODEL_MS = LATENCY.classify + LATENCY.draft;
const TICKETS = 40;
const WARM_UP = 4;
const AT_ONCE = 2;
/** Polling starts shortly before an answer is possible, so that it does not disturb what it measures. */
const QUIET_MS = MODEL_MS - 50;
const POLL_MS = 4;
const FIRST_TICKET = 1001;

type Answer = { status: number; json: Triage };

/** Asks for a triage as the sidebar does and gives the time until it is done, and until its classification is there. */
async function timeTriage(stack: Stack, ticketId: number) {
  const ticket = await readSnapshot(stack, ticketId);
  const startedAt = performance.now();
  const first = (await call(stack, { path: '/v1/triages', ticketId: String(ticketId), body: { ticket } })) as Answer;
  const classifiedMs = performance.now() - startedAt;
  let seen = first.json;
  if (seen.status === 'skipped') return null;
  await pause(QUIET_MS - classifiedMs);
  while (seen.status !== 'done') {
    await pause(POLL_MS);
    seen = ((await call(stack, { path: `/v1/triages/${seen.id}`, ticketId: String(ticketId) })) as Answer).json;
    if (seen.status === 'failed') throw new Error(`The triage of ticket ${ticketId} failed`);
  }
  return { classifiedMs, doneMs: performance.now() - startedAt };
}

async function loadKnowledge(stack: Stack): Promise<void> {
  const backend = await start(readConfig(stack.environment), createLog('silent'));
  await backend.importKnowledge(() => {});
  await backend.close();
}

async function timeAll(stack: Stack, ids: number[]) {
  const times: NonNullable<Awaited<ReturnType<typeof timeTriage>>>[] = [];
  const queue = ids.values();
  const work = async () => {
    for (const id of queue) {
      const time = await timeTriage(stack, id);
      if (time) times.push(time);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return times;
}

/** What the pipeline adds to the model's own time: the model is the stand-in with fixed latencies, the knowledge the sample's. */
export async function measureOverhead(): Promise<Row[]> {
  const openai = await startOpenAi({ latencyMs: LATENCY });
  const stack = await prepareStack({
    connect: false,
    environment: { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: openai.url },
  });
  await loadKnowledge(stack);
  const backend = startBackendProcess(stack.environment);
  try {
    await backend.ready;
    const ids = Array.from({ length: TICKETS + WARM_UP }, (_, index) => FIRST_TICKET + index);
    await timeAll(stack, ids.slice(0, WARM_UP));
    const times = await timeAll(stack, ids.slice(WARM_UP));
    const row = (what: string, added: number[], of: number): Row => {
      const percent = (part: number) => `${((quantile(added, part) / of) * 100).toFixed(1)} %`;
      const figure = `p50 ${ms(quantile(added, 0.5))}, p99 ${ms(quantile(added, 0.99))}`;
      return [
        what,
        figure,
        `${percent(0.5)} and ${percent(0.99)} of the model's ${of} ms; ${added.length} tickets, ${AT_ONCE} at once`,
      ];
    };
    const added = times.map(({ doneMs }) => doneMs - MODEL_MS);
    const toClassification = times.map(({ classifiedMs }) => classifiedMs - LATENCY.classify);
    return [
      row('added until the draft', added, MODEL_MS),
      row('added until the classification', toClassification, LATENCY.classify),
    ];
  } finally {
    await backend.end('SIGTERM');
    await stack.close();
    await openai.close();
  }
}
