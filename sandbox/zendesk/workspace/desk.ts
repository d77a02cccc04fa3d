import { openAppModal } from './app-modal.ts';
import { appIframe, createAppTray } from './app-tray.ts';
import { el } from './element.ts';
import { type Account, HelpdeskError } from './helpdesk.ts';
import { OpenTicket } from './open-ticket.ts';
import { createTicketList } from './ticket-list.ts';
import { pathOf, ticketInPath } from './ticket-path.ts';
import { createTicketView, type TicketView } from './ticket-view.ts';
import { createToaster } from './toast.ts';
import { createTopBar } from './top-bar.ts';
import type { Stage } from './zaf-actions.ts';
import { ZafHost } from './zaf-host.ts';

const TICKET_POLL_MS = 4_000;
const LIST_POLL_MS = 15_000;
const NOT_BUILT = 'The app is not built yet, so there is nothing to show here.';

/** The whole page: which ticket is open, and the app beside it. */
export class Desk {
  readonly #account: Account;
  readonly #toaster = createToaster();
  readonly #list = createTicketList((id) => this.goTo(id));
  readonly #middle = el('div', { class: 'middle' });
  readonly #right = el('div', { class: 'right' });
  #host: ZafHost | null = null;
  #ticket: OpenTicket | null = null;

  constructor(account: Account) {
    this.#account = account;
    const bar = createTopBar(account.installation, (scheme) => this.#host?.emit('colorScheme.changed', scheme));
    document.body.replaceChildren(
      bar,
      el('div', { class: 'desk' }, this.#list.element, this.#middle, this.#right),
      this.#toaster.element,
    );
    window.addEventListener('popstate', () => this.#openFromPath());
    window.setInterval(() => this.#ticket?.refresh().catch(() => undefined), TICKET_POLL_MS);
    window.setInterval(() => this.#list.refresh().catch(() => undefined), LIST_POLL_MS);
  }

  async start(): Promise<void> {
    await Promise.all([this.#list.refresh(), this.#openFromPath()]);
  }

  goTo(id: number): void {
    if (id === this.#ticket?.id) return;
    history.pushState(null, '', pathOf(id));
    void this.#openFromPath();
  }

  async #openFromPath(): Promise<void> {
    const id = ticketInPath(location.pathname);
    this.#host?.close();
    this.#host = null;
    this.#ticket = null;
    this.#right.replaceChildren();
    this.#list.mark(id ?? 0);
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

  #show(ticket: OpenTicket): void {
    const view = createTicketView(ticket, () => this.#submit(ticket));
    this.#ticket = ticket;
    this.#middle.replaceChildren(view.element);
    document.title = `#${ticket.id} ${ticket.form.saved.subject ?? ''}`;
    this.#showApp(ticket, view);
  }

  #showApp(ticket: OpenTicket, view: TicketView): void {
    const { installation } = this.#account;
    const tray = createAppTray(
      installation,
      (collapsed) => this.#host?.collapse(collapsed),
      () => this.#showApp(ticket, view),
    );
    this.#right.replaceChildren(tray.element);
    this.#host?.close();
    this.#host = null;
    if (installation.appUrl === null) tray.notice(installation.problem ?? NOT_BUILT);
    else tray.show(this.#startApp(ticket, view, installation.appUrl));
  }

  #startApp(ticket: OpenTicket, view: TicketView, appUrl: string): HTMLIFrameElement {
    const { name } = this.#account.installation;
    const sidebar = appIframe(name, 'app-frame');
    const modal = openAppModal.bind(null, name);
    this.#host = new ZafHost(ticket, appUrl, this.#stage(view), { sidebar, modal });
    return sidebar.iframe;
  }

  #stage(view: TicketView): Stage {
    return {
      notify: (text, kind) => this.#toaster.show(text, kind),
      openTicket: (id) => this.goTo(id),
      insertIntoReply: (text) => view.editor.insert(text),
      fieldControl: (name) => view.fields.control(name),
    };
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
