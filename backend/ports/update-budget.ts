/** An account's share of the helpdesk's updates, one for all processes. Times are the store's own unless `now` is given. */
export type UpdateBudgetStore = {
  /** Takes one of `perMinute` updates; null when it may be made now, else the seconds after which it is this ticket's turn. */
  takeUpdate(tenantId: string, ticketId: string, perMinute: number, now?: Date): Promise<number | null>;
  /** Nothing is to be written for so long: the helpdesk has asked for it. */
  pauseUpdates(tenantId: string, seconds: number, now?: Date): Promise<void>;
  /** Seconds that are left of such a pause; null when there is none. */
  readPause(tenantId: string, now?: Date): Promise<number | null>;
};
