import { readFileSync } from 'node:fs';
import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { type BackendProcess, type KillAt, startBackendProcess } from './backend-process.ts';
import { deliver } from './deliveries.ts';
import { type Arrival, planStream, type Stream } from './delivery-stream.ts';
import type { Kill } from './kills.ts';
import { ticketIds } from './many-tickets.ts';
import { measureResumption } from './resumption.ts';
import { isMarked } from './written.ts';

/** Faults stop before the last quarter of the kills, so that what they have put off ends with those. */
const FAULTY = 0.75;
/** After its start; a step that no ticket comes to is a kill that did not happen. */
const STEP_MS = 60_000;
const MOVED_TEXT = 'This is urgent now: the whole booking page is down with error 500 for all our customers.';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export type CrashPlan = {
  zendesk: ZendeskSandbox;
  webhookSecret: string;
  /** One a process: all but the port may be the same. */
  environments: Record<string, string>[];
  adminToken: string;
  /** Where the processes note the steps of tickets. */
  trace: string;
  tickets: number;
  kills: readonly Kill[];
  seed: number;
  settleMs: number;
  /** A write that a fault holds back has taken effect after this long. */
  lateMs: number;
};
type Death = { pid: number; at: number; missed: KillAt | null };

const atOf = (kill: Kill | undefined): KillAt | null => (kill && 'at' in kill ? kill.at : null);

async function readMetrics({ adminToken }: CrashPlan, url: string): Promise<{ waiting: number; dead: number }> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${adminToken}` } });
  const text = await answer.text();
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return { waiting: read('triage_jobs_waiting'), dead: read('triage_jobs_dead') };
}

async function until(holds: () => boolean | Promise<boolean>, endsAt: number): Promise<boolean> {
  while (Date.now() < endsAt) {
    if (await holds()) return true;
    await pause(100);
  }
  return false;
}

/** Processes that die by plan: the one whose turn it is, and another takes its place with a plan for its own end. */
function createVictims({ environments, kills, trace }: CrashPlan) {
  const deaths: Death[] = [];
  const size = environments.length;
  const start = (index: number, turn: number, more = {}) =>
    startBackendProcess({ ...environments[index], STEP_TRACE: trace, ...more }, { killAt: atOf(kills[turn]) });
  const processes = environments.map((_, index) => start(index, index));
  return {
    processes,
    deaths,
    anyUrl: () => processes[Math.floor(Math.random() * size)]?.url ?? '',
    async kill(turn: number): Promise<void> {
      const [index, kill] = [turn % size, kills[turn]];
      const victim = processes[index];
      if (!kill || !victim) return;
      if ('at' in kill) {
        const isLate = victim.ready.then(() => pause(STEP_MS));
        await Promise.race([victim.exited, isLate.catch(() => victim.exited)]);
      } else {
        if (!kill.early) await victim.ready;
        await pause(kill.afterMs);
      }
      await victim.end('SIGKILL');
      const missed = 'at' in kill && victim.killedAtTicket() === null ? kill.at : null;
      deaths.push({ pid: victim.pid, at: Date.now(), missed });
      processes[index] = start(index, turn + size);
    },
    /** The first process with other settings, in place of the one that runs. */
    async restart(settings: Record<string, string>): Promise<void> {
      await processes[0]?.end('SIGTERM');
      processes[0] = start(0, kills.length, settings);
      await processes[0].ready;
    },
    end: () => Promise.all(processes.map((each) => each.end('SIGTERM'))),
  };
}

/** What happens in a turn: its deliveries are sent, customers write again, and somebody is killed. */
async function takeTurns(
  plan: CrashPlan,
  stream: Stream,
  victims: ReturnType<typeof createVictims>,
): Promise<{ sending: Promise<number>[]; faultsEndedAt: number }> {
  const { zendesk, webhookSecret, kills } = plan;
  const sending: Promise<number>[] = [];
  const begunAt: Date[] = [];
  let faultsEndedAt = 0;
  const send = ({ event, happens }: Arrival) => deliver(victims.anyUrl, webhookSecret, event, begunAt[happens]);
  for (let turn = 0; turn <= kills.length; turn += 1) {
    begunAt[turn] = new Date();
    if (faultsEndedAt === 0 && turn >= kills.length * FAULTY) {
      zendesk.faults.clear();
      faultsEndedAt = Date.now();
    }
    for (const [ticket, moves] of stream.moved) if (moves === turn) zendesk.comment(ticket, { text: MOVED_TEXT });
    sending.push(...stream.arrivals.filter(({ arrives }) => arrives === turn).map(send));
    if (turn < kills.length) await victims.kill(turn);
  }
  return { sending, faultsEndedAt };
}

/** Waits until everything that a delivery told of is written and no job waits. */
async function settle(plan: CrashPlan, url: string, ids: number[], endsAt: number) {
  const left = [...ids];
  const allMarked = await until(() => {
    for (let last = left.at(-1); last !== undefined && isMarked(plan.zendesk, last); last = left.at(-1)) left.pop();
    return left.length === 0;
  }, endsAt);
  const at = Date.now();
  const idle = await until(async () => (await readMetrics(plan, url)).waiting === 0, endsAt);
  return { allMarked, idle, at };
}

/**
 * Sends signed deliveries, doubled, late and out of order, while backends are killed at named steps and at random; waits until
 * nothing is left to do, and then has the backend look for the tickets whose deliveries were withheld.
 */
export async function runCrashes(plan: CrashPlan) {
  const { zendesk, kills, seed } = plan;
  const tickets = ticketIds(plan.tickets).map((id) => ({ id, requesterId: zendesk.readTicket(id).requester_id }));
  const stream = planStream({ tickets, turns: kills.length + 1, seed });
  const victims = createVictims(plan);
  try {
    const { sending, faultsEndedAt } = await takeTurns(plan, stream, victims);
    const killedAt = Date.now();
    const attempts = await Promise.all(sending);
    const url = (victims.processes as [BackendProcess])[0].url;
    const told = tickets.map(({ id }) => id).filter((id) => !stream.withheld.includes(id));
    const ofTold = await settle(plan, url, told, killedAt + plan.settleMs);
    const missed = stream.withheld.filter((id) => !isMarked(zendesk, id)).length;
    await victims.restart({ RECONCILE: 'on' });
    const ofAll = await settle(plan, url, stream.withheld, Date.now() + plan.settleMs);
    await pause(Math.max(0, faultsEndedAt + plan.lateMs - Date.now()));
    return {
      deliveries: attempts.length,
      duplicates: stream.duplicates,
      reordered: stream.reordered,
      sentAgain: attempts.filter((times) => times > 1).length,
      kills: kills.length,
      stepsMissed: victims.deaths.flatMap(({ missed }) => missed?.step ?? []),
      allMarked: ofTold.allMarked && ofAll.allMarked,
      idle: ofTold.idle && ofAll.idle,
      dead: (await readMetrics(plan, url)).dead,
      resumption: measureResumption(readFileSync(plan.trace, 'utf8'), victims.deaths),
      writtenAfterMs: ofTold.at - killedAt,
      withheld: stream.withheld.length,
      foundMissing: missed,
      moved: [...stream.moved.keys()],
    };
  } finally {
    await victims.end();
  }
}
