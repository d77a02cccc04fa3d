/** A member of a group. `available` is null where the helpdesk does not say, e.g. since the account's plan has no availability. */
export type GroupAgent = {
  id: string;
  name: string | null;
  available: boolean | null;
  /** Ids of the tickets that are theirs and not solved, as far as the helpdesk's search knows by now. */
  openTickets: readonly string[];
};

/** What we know of an account's agents: whom we chose lately, and in which order they had their last turn. */
export type Turns = {
  /** Whom we chose for this very ticket when it was triaged before. */
  standing: string | null;
  /** Tickets that we chose an agent for in the last minutes, this one left out: the helpdesk's search may not know of them yet. */
  recent: readonly { agentId: string; ticketId: string }[];
  /** By agent, the number of their last turn: the lower, the longer ago. One who never had any is absent. */
  lastTurn: ReadonlyMap<string, number>;
};

export type AssignmentStore = {
  /** Asks `choose` for an agent while no other process can, and keeps the choice; null keeps none. */
  chooseInTurn(tenantId: string, ticketId: string, choose: (turns: Turns) => string | null): Promise<void>;
};
