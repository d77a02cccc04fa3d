import { el } from './element.ts';
import { fetchTickets, fetchUsers } from './helpdesk.ts';
import type { Ticket, User } from './rest-shapes.ts';
import { statusBadge } from './status-badge.ts';
import { pathOf } from './ticket-path.ts';
import { timeAgo } from './time-ago.ts';

const VIEWS: Record<string, { label: string; holds(ticket: Ticket): boolean }> = {
  unsolved: { label: 'Unsolved tickets', holds: ({ status }) => status !== 'solved' && status !== 'closed' },
  new: { label: 'New tickets', holds: ({ status }) => status === 'new' },
  unassigned: { label: 'Without a group', holds: (ticket) => ticket.group_id === null },
  pending: { label: 'Pending tickets', holds: ({ status }) => status === 'pending' || status === 'hold' },
  solved: { label: 'Solved tickets', holds: ({ status }) => status === 'solved' || status === 'closed' },
  all: { label: 'All tickets', holds: () => true },
};

export type TicketList = { element: HTMLElement; refresh(): Promise<void>; mark(id: number): void };

export function createTicketList(openTicket: (id: number) => void): TicketList {
  let tickets: Ticket[] = [];
  let marked = 0;
  const users = new Map<number, User>();
  const view = el('select', { 'aria-label': 'View', 'data-test': 'view' });
  view.append(...Object.entries(VIEWS).map(([value, { label }]) => el('option', { value }, label)));
  const search = el('input', {
    type: 'search',
    placeholder: 'Search tickets',
    'aria-label': 'Search tickets',
    'data-test': 'search',
  });
  const count = el('p', { class: 'muted count', role: 'status' }, 'Loading tickets…');
  const rows = el('ul', { class: 'rows' });
  const element = el(
    'nav',
    { class: 'list', 'aria-label': 'Tickets' },
    el('div', { class: 'list-head' }, view, search, count),
    rows,
  );

  const show = () => {
    const shown = tickets.filter((ticket) => VIEWS[view.value]?.holds(ticket) && matches(ticket, search.value, users));
    count.textContent = `${shown.length} ${shown.length === 1 ? 'ticket' : 'tickets'}`;
    const focused = document.activeElement?.closest<HTMLElement>('.rows a')?.dataset.test;
    rows.replaceChildren(
      ...shown.map((ticket) => row(ticket, users.get(ticket.requester_id), ticket.id === marked, openTicket)),
    );
    if (focused) rows.querySelector<HTMLElement>(`[data-test="${focused}"]`)?.focus();
  };
  const reveal = () => rows.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  view.addEventListener('change', show);
  search.addEventListener('input', show);
  return {
    element,
    async refresh() {
      const first = tickets.length === 0;
      tickets = (await fetchTickets()).sort((one, other) => other.created_at.localeCompare(one.created_at));
      const unknown = tickets.map((ticket) => ticket.requester_id).filter((id) => !users.has(id));
      for (const user of await fetchUsers(unknown)) users.set(user.id, user);
      show();
      if (first) reveal();
    },
    mark(id) {
      marked = id;
      show();
      reveal();
    },
  };
}

function matches(ticket: Ticket, typed: string, users: Map<number, User>): boolean {
  const user = users.get(ticket.requester_id);
  const text = [`#${ticket.id}`, ticket.subject, user?.name, user?.email, ...ticket.tags].join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function row(
  ticket: Ticket,
  requester: User | undefined,
  isOpen: boolean,
  openTicket: (id: number) => void,
): HTMLElement {
  const priority = ticket.priority ? el('span', { class: `priority ${ticket.priority}` }, ticket.priority) : null;
  const link = el(
    'a',
    { href: pathOf(ticket.id), 'data-test': `ticket-row-${ticket.id}`, 'aria-current': isOpen ? 'page' : false },
    el(
      'span',
      { class: 'row-top' },
      statusBadge(ticket.status),
      el('span', { class: 'muted' }, `#${ticket.id}`),
      priority,
    ),
    el('span', { class: 'row-subject', dir: 'auto' }, ticket.subject || '(no subject)'),
    el('span', { class: 'row-foot muted' }, el('bdi', {}, requester?.name ?? ''), timeAgo(ticket.created_at)),
  );
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    openTicket(ticket.id);
  });
  return el('li', {}, link);
}
