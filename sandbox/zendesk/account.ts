import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { State } from './state.ts';
import type { TicketEvent } from './ticket-event.ts';

/** One Zendesk account while it runs: its state and what every route needs around it. */
export type Account = {
  /** Own address without a trailing slash; known once the port is. */
  url: string;
  appUrl: string;
  appDir: string | null;
  /** Installation parameters by name, secure ones included. */
  settings: Record<string, string>;
  state: State;
  faults: Faults;
  limits: Limits;
  /** Whether its plan tells which agents are there. */
  availability: boolean;
  now(): Date;
  /** Tells that the state changed and has to be kept. */
  touched(): void;
  publish(events: TicketEvent[]): void;
};
