export const pathOf = (ticketId: number) => `/agent/tickets/${ticketId}`;

export const NEW_TICKET = '/agent/tickets/new';

/** An app's own page, under its name with dashes. */
export const appPath = (name: string): string => `/agent/apps/${sluggedName(name)}`;

/** The app that the address bar names, as it is written there, and what follows; or null. */
export function appInPath(path: string): AppRoute | null {
  const [, appName, paramPath = ''] = /^\/agent\/apps\/([^/]+)(?:\/(.*))?$/.exec(path) ?? [];
  return appName === undefined ? null : { appName, paramPath };
}

/** What an app's own page is told of the address bar. The shape is unverified. */
export type AppRoute = { appName: string; paramPath: string };

const sluggedName = (name: string) =>
  encodeURIComponent(
    name
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .replace(/[ _]/g, '-')
      .toLowerCase(),
  );

/** The ticket that the address bar names, or null. */
export function ticketInPath(path: string): number | null {
  const [, id] = /^\/agent\/tickets\/(\d+)/.exec(path) ?? [];
  return id === undefined ? null : Number(id);
}
