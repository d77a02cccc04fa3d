import type { Drift, Effort, Escalations, Spend } from '../../backend/contract/overview.ts';
import type { QueueState, QueueTicket, TicketQueue } from '../../backend/contract/ticket-queue.ts';
import { addDays } from '../overview/parts/days.ts';

const MINUTE_MS = 60_000;

export const aQueueTicket = (n: number, now: string, parts: Partial<QueueTicket> = {}): QueueTicket => {
  const dueAt = new Date(Date.parse(now) + n * 60 * MINUTE_MS).toISOString();
  return {
    ticketId: String(n),
    triageId: `7b1c9d3e-1111-4000-8000-${String(n).padStart(12, '0')}`,
    createdAt: new Date(Date.parse(now) - 120 * MINUTE_MS).toISOString(),
    status: 'open',
    category: 'billing',
    urgency: 'P2',
    language: 'en',
    confidence: 0.9,
    unsure: false,
    escalated: false,
    groupId: '8',
    team: 'billing_support',
    state: 'on_time',
    dueAt,
    due: 'first_reply',
    sla: { firstReply: { hours: 4, dueAt, pausedSince: null, metAt: null }, resolution: null },
    ...parts,
  };
};

const STATES: readonly QueueState[] = ['overdue', 'due_soon', 'on_time', 'waiting'];

export const aQueue = (now: string, tickets: QueueTicket[], parts: Partial<TicketQueue> = {}): TicketQueue => ({
  now,
  countedAt: now,
  waiting: 0,
  tickets,
  nextCursor: null,
  total: tickets.length,
  choices: {
    state: STATES.map((key) => ({ key, tickets: tickets.filter(({ state }) => state === key).length })),
    category: [
      { key: 'billing', tickets: 7 },
      { key: 'data_export', tickets: 2 },
    ],
    urgency: [{ key: 'P1', tickets: 1 }],
    language: [{ key: 'de', tickets: 3 }],
    group: [
      { key: '8', tickets: 5 },
      { key: 'none', tickets: 1 },
    ],
  },
  groups: { '8': 'Billing support' },
  ...parts,
});

const HEAD = {
  from: '2026-02-03',
  to: '2026-03-02',
  timeZone: 'Europe/Berlin',
  countedAt: '2026-03-02T10:00:00.000Z',
  waiting: 0,
};

export const someDrift = (parts: Partial<Drift> = {}): Drift => ({
  timeZone: 'Europe/Berlin',
  countedAt: HEAD.countedAt,
  waiting: 0,
  recent: { from: '2026-02-23', to: '2026-03-01', tickets: 412 },
  before: { from: '2026-01-26', to: '2026-02-22', tickets: 1_530 },
  leastTickets: 50,
  significance: 0.01,
  compared: 23,
  alerts: [],
  ...parts,
});

/** A row a day, less on weekends. */
export function someEffort(parts: Partial<Effort> = {}, days = 28): Effort {
  const each = Array.from({ length: days }, (_, at) => ({
    day: addDays(HEAD.to, at - days + 1),
    load: at % 7 > 4 ? 6 : 20 + ((at * 7) % 11),
  }));
  return {
    ...HEAD,
    from: each[0]?.day ?? HEAD.from,
    firstReplies: each.map(({ day, load }) => ({
      day,
      replied: load,
      medianHours: load / 10,
      p90Hours: load / 3,
      kept: load - 2,
      broken: 2,
    })),
    firstReply: { replied: 564, medianHours: 1.8, p90Hours: 6.4, kept: 508, broken: 56 },
    timeSaved: each.map(({ day, load }) => ({
      day,
      fields: load * 3,
      draftCharacters: load * 250,
      seconds: load * 3 * 6 + (load * 250 * 60) / 200,
    })),
    method: { secondsAField: 6, charactersAMinute: 200 },
    ...parts,
  };
}

export function someSpend(parts: Partial<Spend> = {}, days = 28, to = HEAD.to): Spend {
  const each = Array.from({ length: days }, (_, at) => ({
    day: addDays(to, at - days + 1),
    load: at % 7 > 4 ? 90 : 300 + ((at * 41) % 90),
  }));
  return {
    from: each[0]?.day ?? to,
    to,
    days: each.flatMap(({ day, load }) => [
      { day, model: 'gpt-5-mini', purpose: 'classify' as const, calls: load, usd: load * 0.0021 },
      { day, model: 'gpt-5-mini', purpose: 'draft' as const, calls: Math.round(load * 0.8), usd: load * 0.0034 },
      { day, model: 'gpt-5-mini', purpose: 'spared' as const, calls: Math.round(load / 4), usd: 0 },
    ]),
    unpricedCalls: 0,
    budget: { limitUsd: 50, spentUsd: 3.7, month: to.slice(0, 7) },
    ...parts,
  };
}

const aRule = (layer: Escalations['rules'][number]['layer'], rule: string, counts: readonly number[]) => {
  const [fired = 0, decided = 0, agreed = 0, decidedAlone = 0, agreedAlone = 0] = counts;
  return { layer, rule, fired, decided, agreed, decidedAlone, agreedAlone };
};

export const someEscalations = (parts: Partial<Escalations> = {}): Escalations => ({
  ...HEAD,
  flagged: 143,
  rules: [
    aRule('sentiment', 'angry', [61, 54, 30, 25, 9]),
    aRule('signal', 'cancel_threat', [38, 33, 29, 20, 18]),
    aRule('model', 'top_urgency', [47, 45, 43, 31, 30]),
    aRule('signal', 'waiting', [22, 19, 8, 11, 3]),
    aRule('signal', 'legal', [6, 5, 5, 2, 2]),
    aRule('signal', 'chargeback', [0, 0, 0, 0, 0]),
    aRule('model', 'escalation_risk', [12, 0, 0, 0, 0]),
  ],
  ...parts,
});

/** What the backend usually answers about the queue, drift, effort, spend and escalations. */
export const leadAnswers = {
  readQueue: () => aQueue(HEAD.countedAt, [aQueueTicket(1, HEAD.countedAt), aQueueTicket(2, HEAD.countedAt)]),
  readDrift: () => someDrift(),
  readEffort: () => someEffort(),
  readSpend: () => someSpend(),
  readEscalations: () => someEscalations(),
};
