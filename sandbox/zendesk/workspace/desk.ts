import { openAppModal } from './app-modal.ts';
import { openAppPage } from './app-page.ts';
import { appIframe, createAppTray } from './app-tray.ts';
import { el } from './element.ts';
import { type Account, createTicket, HelpdeskError } from './helpdesk.ts';
import { contentOf, createNewTicketView } from './new-ticket.ts';
import { OpenTicket } from './open-ticket.ts';
import { createRail } from './rail.ts';
import { createTicketList } from './ticket-list.ts';
import { type AppRoute, appInPath, appPath, NEW_TICKET, pathOf, ticketInPath } from './ticket-path.ts';
import { createTicketView, type TicketView } from './ticket-view.ts';
import { createToaster } from './toast.ts';
import { createTopBar } from './top-bar.ts';
import type { Stage } from './zaf-actions.ts';
import { ZafHost } from './zaf-host.ts';

const TICKET_POLL_MS = 4_000;
const LIST_POLL_MS = 15_000;
const NOT_BUILT = 'The app is not built yet, so there is nothing to show here.';

/** The whole page: which ticket is open, and the app beside it, or the app alone. */
export class Desk {
  readonly #account: Account;
  readonly #toaster = createToaster();
  readonly #list = createTicketList((id) => this.goTo(id));
  readonly #middle = el('div', { class: 'middle' });
  readonly #right = el('div', { class: 'right' });
  readonly #rail: ReturnType<typeof createRail>;
  readonly #desk: HTMLElement;
  #host: ZafHost | null = null;
  #ticket: OpenTicket | null = null;

  constructor(account: Account) {
    this.#account = account;
    const { installation } = account;
    this.#rail = createRail(installation, (path) => this.#go(path));
    this.#desk = el('div', { class: 'desk' }, this.#rail.element, this.#list.element, this.#middle, this.#right);
    const bar = createTopBar(installation, (scheme) => this.#host?.emit('colorScheme.changed', scheme));
    document.body.replaceChildren(bar, this.#desk, this.#toaster.element);
    window.addEventListener('popstate', () => this.#openFromPath());
    window.setInterval(() => this.#ticket?.refresh().catch(() => undefined), TICKET_POLL_MS);
    window.setInterval(() => this.#list.refresh().catch(() => undefined), LIST_POLL_MS);
  }

  async start(): Promise<void> {
    await Promise.all([this.#list.refresh(), this.#openFromPath()]);
  }

  goTo(id: number): void {
    if (id !== this.#ticket?.id) this.#go(pathOf(id));
  }

  #go(path: string): void {
    history.pushState(null, '', path);
    void this.#openFromPath();
  }

  async #openFromPath(): Promise<void> {
    const path = location.pathname;
    const id = ticketInPath(path);
    const route = appInPath(path);
    if (this.#isOwn(route) && this.#host?.location === 'nav_bar') return this.#host.changeRoute(route);
    this.#host?.close();
    this.#host = null;
    this.#ticket = null;
    this.#right.replaceChildren();
    this.#list.mark(id ?? 0);
    this.#rail.mark(this.#isOwn(route) ? this.#ownPath : path);
    this.#desk.classList.toggle('whole', route !== null);
    if (this.#isOwn(route)) return this.#openApp();
    if (route !== null) return this.#middle.replaceChildren(emptyState('Not found', 'There is no such app.'));
    if (path === NEW_TICKET) return this.#showNew(OpenTicket.blank(this.#account));
    if (id === null) return this.#middle.replaceChildren(emptyState('Choose a ticket', 'The app opens beside it.'));
    this.#middle.replaceChildren(emptyState(`Ticket #${id}`, 'Loading…'));
    try {
      const ticket = await OpenTicket.load(this.#account, id);
      if (id === ticketInPath(location.pathname)) this.#show(ticket);
    } catch (error) {
      const reason =
        error instanceof HelpdeskError && error.status === 404 ? 'There is no such ticket.' : String(error);
      this.#middle.replaceChildren(emptyState(`Ticket #${id}`, reason));
    }
  }

  get #ownPath(): string {
    return appPath(this.#account.installation.name);
  }

  #isOwn(route: AppRoute | null): route is AppRoute {
    return route !== null && `/agent/apps/${route.appName}` === this.#ownPath;
  }

  async #openApp(): Promise<void> {
    const { name } = this.#account.installation;
    document.title = name;
    this.#middle.replaceChildren();
    try {
      const host = await openAppPage(this.#account, this.#middle, this.#stage(null), openAppModal.bind(null, name));
      const route = appInPath(location.pathname);
      if (!this.#isOwn(route) || this.#host !== null) return host.close();
      this.#host = host;
      host.changeRoute(route);
    } catch (error) {
      this.#middle.replaceChildren(emptyState(name, error instanceof Error ? error.message : String(error)));
    }
  }

  #show(ticket: OpenTicket): void {
    const view = createTicketView(ticket, () => this.#submit(ticket));
    this.#ticket = ticket;
    this.#middle.replaceChildren(view.element);
    document.title = `#${ticket.id} ${ticket.form.saved.subject ?? ''}`;
    this.#showApp(ticket, view);
  }

  #showNew(ticket: OpenTicket): void {
    const view = createNewTicketView(ticket, () => this.#create(ticket));
    document.title = 'New ticket';
    this.#middle.replaceChildren(view.element);
    if (this.#account.installation.locations.new_ticket_sidebar !== undefined) this.#showApp(ticket, view);
  }

  #showApp(ticket: OpenTicket, view: TicketView): void {
    const { installation } = this.#account;
    const place = ticket.isNew ? 'new_ticket_sidebar' : 'ticket_sidebar';
    const url = installation.locations[place];
    const tray = createAppTray(
      installation,
      (collapsed) => this.#host?.collapse(collapsed),
      () => this.#showApp(ticket, view),
    );
    this.#right.replaceChildren(tray.element);
    this.#host?.close();
    this.#host = null;
    if (url === undefined) tray.notice(installation.problem ?? NOT_BUILT);
    else tray.show(this.#startApp(ticket, view, { location: place, url }));
  }

  #startApp(ticket: OpenTicket, view: TicketView, { location, url }: { location: string; url: string }) {
    const { name } = this.#account.installation;
    const main = appIframe(name, 'app-frame');
    const modal = openAppModal.bind(null, name);
    const setting = { account: this.#account, location, ticket, page: { url, token: null } };
    this.#host = new ZafHost(setting, this.#stage(view), { main, modal });
    return main.iframe;
  }

  #stage(view: TicketView | null): Stage {
    return {
      notify: (text, kind) => this.#toaster.show(text, kind),
      openTicket: (id) => this.goTo(id),
      insertIntoReply: (text) => view?.editor.insert(text),
      fieldControl: (name) => view?.fields.control(name) ?? null,
    };
  }

  async #create(ticket: OpenTicket): Promise<void> {
    const objection = (await this.#host?.mayBeSaved()) ?? null;
    if (objection !== null) return this.#toaster.show(objection, 'error');
    try {
      const { id } = await createTicket(contentOf(ticket));
      this.#toaster.show(`Ticket #${id} created`);
      this.goTo(id);
      await this.#list.refresh().catch(() => undefined);
    } catch (error) {
      this.#toaster.show(error instanceof Error ? error.message : String(error), 'error');
    }
  }

  async #submit(ticket: OpenTicket): Promise<void> {
    const outcome = await ticket.submit(async () => (await this.#host?.mayBeSaved()) ?? null);
    if (outcome.saved) this.#toaster.show(`Ticket #${ticket.id} saved`);
    else this.#toaster.show(outcome.reason, 'error');
    await this.#list.refresh().catch(() => undefined);
  }
}

function emptyState(title: string, text: string): HTMLElement {
  return el('main', { class: 'empty' }, el('h1', {}, title), el('p', { class: 'muted' }, text));
}
