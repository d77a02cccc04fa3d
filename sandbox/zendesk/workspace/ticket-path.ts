export const pathOf = (ticketId: number) => `/agent/tickets/${ticketId}`;

/** The ticket that the address bar names, or null. */
export function ticketInPath(path: string): number | null {
  const [, id] = /^\/agent\/tickets\/(\d+)/.exec(path) ?? [];
  return id === undefined ? null : Number(id);
}
