import type { Schedule } from '../../contract/schedules.ts';
import type { Routing, Sla, SlaTarget } from '../../contract/triage.ts';
import type { FieldChange, Ticket } from '../../ports/ticket.ts';
import { dueAt } from './due-at.ts';
import type { Span } from './running-spans.ts';
import { overSince, type Stay, staysOf, stopsClock } from './statuses.ts';

/** Share of the time gone from which a promise is at risk. */
const AT_RISK = 0.8;

export type SlaInput = {
  routing: Pick<Routing, 'slaHours' | 'resolutionHours'>;
  /** The team's hours; null: all of them. */
  schedule: Schedule | null;
  ticket: Pick<Ticket, 'status' | 'comments' | 'createdAt' | 'updatedAt'>;
  /** May be empty where `historyMatters` says that it cannot matter. */
  history: readonly FieldChange[];
  /** What we write ourselves is no reply of an agent. */
  ownUserId: string | null;
  now: Date;
};

/** `atRiskAt` in ms; it moves with the pauses, as `dueAt` does. */
type Clock = { target: SlaTarget; atRiskAt: number };

const iso = (ms: number): string => new Date(ms).toISOString();

/** The first public words of an agent after the description; one who opened the ticket has not replied by it. */
function repliedAt({ ticket, ownUserId }: SlaInput): number | null {
  const reply = ticket.comments
    .slice(1)
    .find((comment) => comment.public && !comment.fromCustomer && comment.authorId !== ownUserId);
  return reply ? Date.parse(reply.createdAt ?? ticket.updatedAt) : null;
}

/** Starts with the ticket and never pauses; a ticket that was solved without a reply waits for none. */
function firstReplyClock(input: SlaInput, stays: readonly Stay[]): Clock {
  const { routing, schedule, ticket } = input;
  const start = Date.parse(ticket.createdAt);
  const met = repliedAt(input) ?? overSince(stays);
  const target = {
    hours: routing.slaHours,
    dueAt: iso(dueAt(start, routing.slaHours, schedule)),
    pausedSince: null,
    metAt: met === null ? null : iso(met),
  };
  return { target, atRiskAt: dueAt(start, routing.slaHours * AT_RISK, schedule) };
}

/** Rests while the ticket is pending, and from solved until it is opened again. */
function resolutionClock(input: SlaInput, stays: readonly Stay[]): Clock | null {
  const { routing, schedule, ticket, now } = input;
  const hours = routing.resolutionHours;
  if (hours === null) return null;
  const start = Date.parse(ticket.createdAt);
  const met = overSince(stays);
  const counted = met === null ? stays : stays.filter(({ from }) => from < met);
  const pauses: Span[] = counted
    .filter(({ status }) => stopsClock(status))
    .map(({ from, to }) => ({ from, to: to ?? Math.max(from, now.getTime()) }));
  const current = stays.at(-1);
  const isPaused = met === null && current !== undefined && stopsClock(current.status);
  const target = {
    hours,
    dueAt: iso(dueAt(start, hours, schedule, pauses)),
    pausedSince: isPaused ? iso(current.from) : null,
    metAt: met === null ? null : iso(met),
  };
  return { target, atRiskAt: dueAt(start, hours * AT_RISK, schedule, pauses) };
}

export type Standing = 'kept' | 'at_risk' | 'breached';

/** What a ticket's clocks say now. `lookAt`: when to look again if nothing happens; null when nothing can change by waiting. */
export type SlaReading = { sla: Sla; standing: Standing; lookAt: Date | null };

export function readSla(input: SlaInput): SlaReading {
  const stays = staysOf(input.ticket, input.history);
  const firstReply = firstReplyClock(input, stays);
  const resolution = resolutionClock(input, stays);
  const now = input.now.getTime();
  const clocks = resolution ? [firstReply, resolution] : [firstReply];
  const open = clocks.filter(({ target }) => target.metAt === null);
  const running = open.filter(({ target }) => target.pausedSince === null);
  const isBreached = open.some(({ target }) => Date.parse(target.dueAt) <= now);
  const isAtRisk = running.some(({ atRiskAt }) => atRiskAt <= now);
  const ahead = running
    .flatMap(({ target, atRiskAt }) => [atRiskAt, Date.parse(target.dueAt)])
    .filter((moment) => moment > now);
  return {
    sla: { firstReply: firstReply.target, resolution: resolution?.target ?? null },
    standing: isBreached ? 'breached' : isAtRisk ? 'at_risk' : 'kept',
    lookAt: ahead.length > 0 ? new Date(Math.min(...ahead)) : null,
  };
}
