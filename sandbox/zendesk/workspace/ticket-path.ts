export const pathOf = (ticketId: number) => `/agent/tickets/${ticketId}`;

export const NEW_TICKET = '/agent/tickets/new';
export const appPath = (appId: number) => `/agent/apps/${appId}`;
export const isAppPath = (path: string): boolean => /^\/agent\/apps\/\d+/.test(path);

/** The ticket that the address bar names, or null. */
export function ticketInPath(path: string): number | null {
  const [, id] = /^\/agent\/tickets\/(\d+)/.exec(path) ?? [];
  return id === undefined ? null : Number(id);
}
