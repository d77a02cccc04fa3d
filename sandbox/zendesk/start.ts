import type { Account } from './account.ts';
import { type AgentChange, addAgent, type NewAgent, setAgent } from './agents.ts';
import { buildApi } from './api.ts';
import { appHost } from './app-host.ts';
import { ACCOUNT_ID, AGENTS, API_USER, CLIENT_ID, SUBDOMAIN } from './directory.ts';
import { createFaults, type Fault } from './faults.ts';
import { createLimits, DEFAULT_LIMITS, type LimitSizes } from './limits.ts';
import { listen, type Tls } from './listen.ts';
import { createOAuth } from './oauth.ts';
import { plantState } from './planting.ts';
import { readSampleSeed } from './seed.ts';
import type { Seed } from './seed-shape.ts';
import type { Ticket } from './state.ts';
import { keepState, readState } from './state-file.ts';
import {
  type AuditView,
  type CommentView,
  type TicketView,
  viewAudit,
  viewComment,
  viewTicket,
} from './ticket-view.ts';
import {
  addCustomerComment,
  addCustomerTicket,
  type CustomerTicket,
  changeArticle,
  changeByRule,
  deleteTicket,
  type Remark,
  rateTicket,
} from './visitors.ts';
import { createSender, type Delivery } from './webhook-sender.ts';

const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 30_000, 60_000];
const WEBHOOK_TIMEOUT_MS = 10_000;

export type ZendeskOptions = {
  /** 0 or absent takes any free port. */
  port?: number;
  appPort?: number;
  /** The packaged app: manifest.json, assets/ and so on. */
  appDir?: string;
  /** Where the state survives a restart; a kept state wins over the seed. */
  statePath?: string;
  seed: 'sample' | Seed;
  /** Values of the installation's parameters, secure ones included. */
  settings?: Record<string, string>;
  now?: () => Date;
  retryDelaysMs?: number[];
  webhookTimeoutMs?: number;
  limits?: Partial<LimitSizes>;
  /** False: a plan without agent availability. */
  availability?: boolean;
  tls?: Tls;
};

export type TicketSnapshot = TicketView & { comments: CommentView[]; audits: AuditView[] };
export type ZendeskSandbox = {
  url: string;
  appUrl: string;
  accountId: number;
  subdomain: string;
  oauth: { clientId: string; clientSecret: string };
  /** The user that API calls act as. */
  ownUserId: number;
  createTicket(ticket: CustomerTicket): TicketSnapshot;
  comment(ticketId: number, remark: Remark): TicketSnapshot;
  /** A deep copy with comments and audits; throws when there is no such ticket. */
  readTicket(ticketId: number): TicketSnapshot;
  /** As a business rule of the account: a trigger that the last update set off, or an automation. */
  runRule(ticketId: number, change: Record<string, unknown>, kind?: 'trigger' | 'automation'): TicketSnapshot;
  /** What the customer says of the answer; the export tells of it, no event does. */
  rate(ticketId: number, score: 'good' | 'bad'): void;
  /** Hires an agent for these groups, and gives back their id. */
  addAgent(agent: NewAgent): number;
  /** An agent comes or goes, or is not one any more who can have tickets. */
  setAgent(userId: number, change: AgentChange): void;
  /** As an agent would. */
  deleteTicket(ticketId: number): void;
  /** Changes an article's text in one locale, or takes it out of the help centre. */
  changeArticle(locale: string, title: string, html: string | null): void;
  faults: { add(fault: Fault): void; clear(): void };
  deliveries: readonly Delivery[];
  /** Resolves when no webhook delivery is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** Starts a stand-in Zendesk account on loopback: REST API, webhooks, agent workspace and app host. */
export async function startZendesk(options: ZendeskOptions): Promise<ZendeskSandbox> {
  const { keeper, sender, ...account } = await openAccount(options);
  const alarms = createAlarms();
  const oauth = createOAuth(account.state, account.now);
  const api = await listen(buildApi(account, oauth, alarms.later).fetch, options.port ?? 0, options.tls);
  const apps = await listen(appHost(account.appDir).fetch, options.appPort ?? 0).catch(async (error) => {
    await api.close();
    throw error;
  });
  Object.assign(account, { url: api.url, appUrl: apps.url });
  return {
    ...faceOf(account),
    deliveries: sender.deliveries,
    settled: sender.settled,
    async close() {
      alarms.close();
      await Promise.all([api.close(), apps.close(), sender.close()]);
      keeper.close();
    },
  };
}

async function openAccount({ seed, statePath, settings = {}, ...options }: ZendeskOptions) {
  const {
    now = () => new Date(),
    retryDelaysMs = RETRY_DELAYS_MS,
    webhookTimeoutMs: timeoutMs = WEBHOOK_TIMEOUT_MS,
  } = options;
  const state = readState(statePath) ?? plantState(seed === 'sample' ? await readSampleSeed() : seed, now());
  const keeper = keepState(statePath, state);
  const faults = createFaults();
  const limits = createLimits(now, { ...DEFAULT_LIMITS, ...options.limits });
  const sender = createSender({ state, faults, now, retryDelaysMs, timeoutMs });
  const { touched } = keeper;
  const { publish } = sender;
  const { appDir = null, availability = true } = options;
  const parts = { state, faults, limits, now, touched, publish, keeper, sender };
  return { url: '', appUrl: '', appDir, availability, settings, ...parts };
}

function faceOf(account: Account): Omit<ZendeskSandbox, 'deliveries' | 'settled' | 'close'> {
  const find = (id: number) => {
    const ticket = account.state.tickets.get(id);
    if (ticket === undefined) throw new Error(`There is no ticket ${id}`);
    return ticket;
  };
  return {
    url: account.url,
    appUrl: account.appUrl,
    accountId: ACCOUNT_ID,
    subdomain: SUBDOMAIN,
    oauth: { clientId: CLIENT_ID, clientSecret: account.state.clientSecret },
    ownUserId: API_USER.id,
    createTicket: (ticket) => snapshot(account, addCustomerTicket(account, ticket)),
    comment(ticketId, remark) {
      addCustomerComment(account, find(ticketId), remark);
      return snapshot(account, find(ticketId));
    },
    readTicket: (ticketId) => snapshot(account, find(ticketId)),
    runRule(ticketId, change, kind = 'trigger') {
      changeByRule(account, find(ticketId), change, kind);
      return snapshot(account, find(ticketId));
    },
    rate: (ticketId, score) => rateTicket(account, find(ticketId), score),
    addAgent: (agent) => addAgent(account, agent),
    setAgent: (userId, change) => setAgent(account, userId, change),
    deleteTicket: (ticketId) => deleteTicket(account, find(ticketId), AGENTS[0]?.id ?? 0),
    changeArticle: (...change) => changeArticle(account, ...change),
    faults: account.faults,
  };
}

function snapshot({ url }: Account, ticket: Ticket): TicketSnapshot {
  const comments = ticket.comments.map((comment) => viewComment(comment, url));
  const audits = ticket.audits.map((audit) => viewAudit(audit, ticket, url));
  return structuredClone({ ...viewTicket(ticket, url), comments, audits });
}

/** Timers that end with the account. */
function createAlarms() {
  const timers = new Set<NodeJS.Timeout>();
  return {
    later(delayMs: number, run: () => unknown): void {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, delayMs);
      timers.add(timer);
    },
    close(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
