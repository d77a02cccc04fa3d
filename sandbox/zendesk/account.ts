import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { State } from './state.ts';
import type { TicketEvent } from './ticket-event.ts';

/** What the Marketplace's apps have to name in every call. */
export type Marketplace = { name: string; organizationId: string; appId: string };

export type SeenRequest = {
  method: string;
  path: string;
  /** The token's client, `session` for somebody's browser, null for a stranger. */
  client: string | null;
  /** Whether it named the Marketplace app as the account demands; null where nothing is demanded. */
  marketplace: boolean | null;
  status: number;
  at: Date;
};

/** One Zendesk account while it runs: its state and what every route needs around it. */
export type Account = {
  /** Own address without a trailing slash; known once the port is. */
  url: string;
  appUrl: string;
  appDir: string | null;
  state: State;
  faults: Faults;
  limits: Limits;
  /** Whether its plan tells which agents are there. */
  availability: boolean;
  /** Whether its plan lets webhooks subscribe to events. */
  eventWebhooks: boolean;
  marketplace: Marketplace | null;
  /** What tokens may be for at most; null for no such limit. */
  scopeLimit: string[] | null;
  requestsSeen: SeenRequest[];
  now(): Date;
  /** Tells that the state changed and has to be kept. */
  touched(): void;
  publish(events: TicketEvent[]): void;
  /** Sends what a trigger says to a webhook. */
  notify(webhookId: string, body: string): void;
};
