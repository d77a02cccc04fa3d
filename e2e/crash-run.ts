import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { type BackendProcess, startBackendProcess } from './backend-process.ts';
import { deliver, ticketEvent } from './deliveries.ts';
import { createDice } from './dice.ts';
import { ticketIds } from './many-tickets.ts';

/** Of the tickets, this part has its event delivered twice, and as many have a second event beside the first. */
const REPEATED = 0.15;
/** Of the kills, this part comes while the backend is still starting. */
const EARLY = 0.2;
const LONGEST_LIFE_MS = 1_500;
const MARKER = /^ait_run_/;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export type CrashPlan = {
  zendesk: ZendeskSandbox;
  webhookSecret: string;
  /** One a process: all but the port may be the same. */
  environments: Record<string, string>[];
  adminToken: string;
  tickets: number;
  kills: number;
  seed: number;
  settleMs: number;
  /** A write that a fault holds back has taken effect after this long. */
  lateMs: number;
};

/** Asks a backend's metrics how many jobs wait. */
async function countWaiting(url: string, adminToken: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${adminToken}` } });
  return Number((await answer.text()).match(/^triage_jobs_waiting (\S+)/m)?.[1]);
}

const isMarked = (zendesk: ZendeskSandbox, id: number): boolean =>
  zendesk.readTicket(id).tags.some((tag) => MARKER.test(tag));

async function until(holds: () => boolean | Promise<boolean>, endsAt: number): Promise<boolean> {
  while (Date.now() < endsAt) {
    if (await holds()) return true;
    await pause(100);
  }
  return false;
}

/** Deliveries of every ticket, some twice, dealt at random to as many heaps as there are lives. */
function dealEvents(zendesk: ZendeskSandbox, { tickets, kills }: CrashPlan, roll: () => number) {
  const heaps = Array.from({ length: kills + 1 }, (): ReturnType<typeof ticketEvent>[] => []);
  const eventOf = (name: string) => (id: number) => ticketEvent(id, zendesk.readTicket(id).requester_id, name);
  const ids = ticketIds(tickets);
  const some = <T>(of: T[]) => of.filter(() => roll() < REPEATED);
  const events = ids.map(eventOf('created'));
  const duplicates = [...some(events), ...some(ids).map(eventOf('comment_added'))];
  for (const event of [...events, ...duplicates]) heaps[Math.floor(roll() * heaps.length)]?.push(event);
  return { heaps, duplicates: duplicates.length };
}

/** Sends signed deliveries with duplicates while backends are killed at random moments, then waits until nothing is left to do. */
export async function runCrashes(plan: CrashPlan) {
  const { zendesk, webhookSecret, environments, tickets, kills, adminToken } = plan;
  const roll = createDice(plan.seed);
  const { heaps, duplicates } = dealEvents(zendesk, plan, roll);
  const processes = environments.map(startBackendProcess);
  const anyUrl = () => processes[Math.floor(Math.random() * processes.length)]?.url ?? '';
  const sending: Promise<number>[] = [];
  const crash = async (victim: number): Promise<void> => {
    const early = roll() < EARLY;
    if (!early) await processes[victim]?.ready;
    await pause(roll() * LONGEST_LIFE_MS);
    await processes[victim]?.end('SIGKILL');
    processes[victim] = startBackendProcess(environments[victim] ?? {});
  };
  try {
    for (const [life, heap] of heaps.entries()) {
      sending.push(...heap.map((event) => deliver(anyUrl, webhookSecret, event)));
      if (life < kills) await crash(life % processes.length);
    }
    const killedAt = Date.now();
    zendesk.faults.clear();
    const attempts = await Promise.all(sending);
    const endsAt = killedAt + plan.settleMs;
    const allMarked = await until(() => ticketIds(tickets).every((id) => isMarked(zendesk, id)), endsAt);
    const resumedMs = Date.now() - killedAt;
    const [last] = processes as [BackendProcess];
    const idle = await until(async () => (await countWaiting(last.url, adminToken)) === 0, endsAt);
    await pause(killedAt + plan.lateMs - Date.now());
    return {
      deliveries: attempts.length,
      duplicates,
      resent: attempts.filter((times) => times > 1).length,
      allMarked,
      idle,
      resumedMs,
    };
  } finally {
    await Promise.all(processes.map((each) => each.end('SIGTERM')));
  }
}

/** What stands on the tickets at the end. */
export function countWritten(zendesk: ZendeskSandbox, tickets: number) {
  const seen = ticketIds(tickets).map((id) => {
    const { comments, tags } = zendesk.readTicket(id);
    const ours = comments.filter(({ author_id }) => author_id === zendesk.ownUserId);
    return {
      notes: ours.filter((comment) => !comment.public).length,
      publicComments: ours.filter((comment) => comment.public).length,
      markers: tags.filter((tag) => MARKER.test(tag)).length,
    };
  });
  const count = (holds: (each: (typeof seen)[number]) => boolean) => seen.filter(holds).length;
  return {
    lost: count(({ notes }) => notes === 0),
    doubled: count(({ notes }) => notes > 1),
    exactlyOneMarker: count(({ markers }) => markers === 1),
    publicComments: seen.reduce((sum, each) => sum + each.publicComments, 0),
  };
}
