import { el } from './element.ts';
import { icon } from './icon.ts';
import type { Installation } from './rest-shapes.ts';
import { appPath, NEW_TICKET } from './ticket-path.ts';

type Entry = { path: string; label: string; test: string; picture: Parameters<typeof icon>[0] };
export type Rail = { element: HTMLElement; mark(path: string): void };

/** The places of the page: tickets, the app's own one when it has one, and for admins the apps. */
export function createRail(installation: Installation, go: (path: string) => void): Rail {
  const { locations, currentUser, name } = installation;
  const entries: Entry[] = [
    { path: '/agent/', label: 'Tickets', test: 'nav-tickets', picture: 'tickets' },
    { path: NEW_TICKET, label: 'New ticket', test: 'nav-new-ticket', picture: 'plus' },
  ];
  if (locations.nav_bar !== undefined)
    entries.push({ path: appPath(name), label: name, test: 'nav-app', picture: 'app' });
  const links = entries.map((entry) => link(entry, go));
  const admin = { path: '/admin/apps', label: 'Apps', test: 'nav-admin', picture: 'settings' } as const;
  if (currentUser.role === 'admin') links.push(link(admin, (path) => location.assign(path)));
  return {
    element: el('nav', { class: 'rail', 'aria-label': 'Places' }, ...links),
    mark(path) {
      for (const each of links) {
        const isHere = each.pathname === path || (each.pathname === '/agent/' && isTickets(path));
        if (isHere) each.setAttribute('aria-current', 'page');
        else each.removeAttribute('aria-current');
      }
    },
  };
}

const isTickets = (path: string) => path === '/' || path === '/agent' || /^\/agent\/tickets\/\d/.test(path);

function link({ path, label, test, picture }: Entry, go: (path: string) => void): HTMLAnchorElement {
  const anchor = el('a', { href: path, title: label, 'aria-label': label, 'data-test': test }, icon(picture));
  anchor.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(path);
  });
  return anchor;
}
