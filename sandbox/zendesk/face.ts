import type { Account, Marketplace, SeenRequest } from './account.ts';
import { type AgentChange, addAgent, type NewAgent, setAgent } from './agents.ts';
import { appKeys, GLOBAL_CLIENT } from './app-key.ts';
import { type Breaks, createBreaks } from './breaks.ts';
import { ADMIN, AGENTS, API_USER, APP_ID, CLIENT_ID } from './directory.ts';
import type { Fault } from './faults.ts';
import type { Ticket } from './state.ts';
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
import type { Delivery, Sent } from './webhook-sender.ts';

export type TicketSnapshot = TicketView & { comments: CommentView[]; audits: AuditView[] };
type ClientSecret = { clientId: string; clientSecret: string };

export type ZendeskSandbox = Breaks & {
  url: string;
  appUrl: string;
  accountId: number;
  subdomain: string;
  /** The account's own client: client credentials act as `ownUserId`, a code as who allowed it. */
  oauth: ClientSecret;
  /** The Marketplace's client: the same for every account, needs a code with PKCE. */
  globalOauth: ClientSecret;
  appId: number;
  /** Verifies the tokens that signed locations are opened with; the same for every account. */
  appPublicKey(): string;
  marketplace: Marketplace | null;
  /** The user that API calls act as. */
  ownUserId: number;
  /** Who installs and allows apps: `?as=admin` signs her in. */
  adminId: number;
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
  /** Every call of `/api` and `/oauth`, without bodies. */
  requestsSeen: readonly SeenRequest[];
  deliveries: readonly Delivery[];
  /** What triggers told webhooks. */
  notifications: readonly Sent[];
  /** Resolves when no webhook delivery is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

export function faceOf(account: Account): Omit<ZendeskSandbox, 'deliveries' | 'notifications' | 'settled' | 'close'> {
  const { state } = account;
  const find = (id: number) => {
    const ticket = state.tickets.get(id);
    if (ticket === undefined) throw new Error(`There is no ticket ${id}`);
    return ticket;
  };
  return {
    ...createBreaks(account),
    ...identityOf(account),
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
    requestsSeen: account.requestsSeen,
    appPublicKey: () => appKeys().publicPem,
  };
}

function identityOf({ url, appUrl, state, marketplace }: Account) {
  return {
    url,
    appUrl,
    accountId: state.accountId,
    subdomain: state.subdomain,
    oauth: { clientId: CLIENT_ID, clientSecret: state.clientSecret },
    globalOauth: GLOBAL_CLIENT,
    appId: APP_ID,
    marketplace,
    ownUserId: API_USER.id,
    adminId: ADMIN.id,
  };
}

function snapshot(account: Account, ticket: Ticket): TicketSnapshot {
  const { url } = account;
  const comments = ticket.comments.map((comment) => viewComment(comment, url));
  const audits = ticket.audits.map((audit) => viewAudit(audit, ticket, url));
  return structuredClone({ ...viewTicket(ticket, account), comments, audits });
}
