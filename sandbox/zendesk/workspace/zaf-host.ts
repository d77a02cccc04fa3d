import type { AppContext, AppFrame, AppPage } from './app-frame.ts';
import { AppInstances, type Opened } from './app-instances.ts';
import { currentScheme } from './color-scheme.ts';
import type { Account } from './helpdesk.ts';
import type { OpenTicket, TicketNews } from './open-ticket.ts';
import type { AppRoute } from './ticket-path.ts';
import type { Stage } from './zaf-actions.ts';
import { answerCall, type Host } from './zaf-calls.ts';
import { ZafHooks } from './zaf-hooks.ts';
import { type FromApp, readMessage } from './zaf-messages.ts';
import { eventsOf } from './zaf-news.ts';
import { getProperty } from './zaf-properties.ts';
import { request } from './zaf-request.ts';

const ROUTE_CHANGED = 'app.route.changed';

type Size = { width: number; height: number };
/** Where the host's iframes go. */
export type Places = { main: Opened; modal(size: Size, closed: () => void): Opened };
/** Where the app is shown, and beside which ticket, if any. */
export type Setting = { account: Account; location: string; ticket: OpenTicket | null; page: AppPage };

/** Speaks Zendesk's app protocol with the app's iframes at one place. */
export class ZafHost implements Host {
  readonly account: Account;
  readonly location: string;
  readonly ticket: OpenTicket | null;
  readonly stage: Stage;
  readonly #page: AppPage;
  readonly #places: Places;
  readonly #instances = new AppInstances();
  readonly #hooks = new ZafHooks();
  readonly #receive = (event: MessageEvent) => this.#read(event);
  #collapsed = false;
  #route: AppRoute | null = null;

  constructor({ account, location, ticket, page }: Setting, stage: Stage, places: Places) {
    this.account = account;
    this.location = location;
    this.ticket = ticket;
    this.stage = stage;
    this.#page = page;
    this.#places = places;
    window.addEventListener('message', this.#receive);
    ticket?.onNews((news) => this.#report(news));
    this.#open(places.main, location, page);
  }

  close(): void {
    window.removeEventListener('message', this.#receive);
    for (const { guid } of this.#instances.frames) this.destroy(guid);
  }

  collapse(collapsed: boolean): void {
    this.#collapsed = collapsed;
    this.emit(collapsed ? 'app.collapsed' : 'app.expanded');
  }

  /** Tells where the address bar leads inside of the app: at once, and whoever listens from later on. */
  changeRoute(route: AppRoute): void {
    this.#route = route;
    this.emit(ROUTE_CHANGED, route);
  }

  /** Tells every instance that subscribed. */
  emit(event: string, message?: unknown): void {
    for (const { guid } of this.#instances.frames) this.#instances.tell(guid, event, message);
  }

  /** Asks all frames that hook into saving; gives the first objection. */
  async mayBeSaved(): Promise<string | null> {
    const asked = this.#instances.frames.filter((frame) => frame.listensTo(frame.guid, 'ticket.save'));
    const answers = await Promise.all(asked.map((frame) => this.#hooks.ask(frame, 'ticket.save')));
    return answers.find((answer) => answer !== null) ?? null;
  }

  property(path: string): unknown {
    return getProperty(path, this, {
      colorScheme: currentScheme(),
      isCollapsed: this.#collapsed,
      viewport: { size: { width: window.innerWidth, height: window.innerHeight } },
      instances: this.#instances.contexts(),
    });
  }

  resize(guid: string, height: number): void {
    this.#instances.resize(guid, height);
  }

  createModal(url: string, size: Size): AppContext {
    const page = new URL(url.replace(/^assets\//, ''), this.#page.url).href;
    const context = this.#open(
      this.#places.modal(size, () => this.destroy(context.instanceGuid)),
      'modal',
      { url: page, token: null },
    );
    return context;
  }

  destroy(guid: string): void {
    const frame = this.#instances.close(guid);
    if (frame === null) return;
    this.#hooks.forget(frame);
    this.#instances.tell(guid, 'modal.close');
  }

  #open(opened: Opened, location: string, page: AppPage): AppContext {
    const { account } = this.account.installation;
    const saved = this.ticket !== null && !this.ticket.isNew && { ticketId: this.ticket.id };
    const place = { product: 'support', account, location, ...saved } as const;
    return this.#instances.open(opened, page, place, (frame) => this.#register(frame));
  }

  #register(frame: AppFrame): void {
    this.#hooks.forget(frame);
    const { appId, installationId, name, version, settings } = this.account.installation;
    const metadata = { appId, installationId, name, version, settings: { title: name, ...settings } };
    frame.post({ key: 'zaf.app.registered', message: { metadata, context: frame.context } });
  }

  #read(event: MessageEvent): void {
    const frame = this.#instances.frames.find((candidate) => candidate.sent(event));
    const message = frame && readMessage(event.data);
    if (frame && message?.appGuid === frame.guid) this.#handle(frame, message);
  }

  #handle(frame: AppFrame, message: FromApp): void {
    if (message.kind === 'handshake') frame.handshake();
    else if (message.kind === 'subscribe') this.#subscribe(frame, message);
    else if (message.kind === 'trigger') this.#instances.tell(message.instanceGuid, message.event, message.message);
    else if (message.kind === 'reply') this.#hooks.reply(frame, message.hook, message.refusal);
    else if (message.kind === 'call') frame.post(answerCall(this, message));
    else void this.#carry(frame, message);
  }

  #subscribe(frame: AppFrame, { instanceGuid, event, subscriberCount }: FromApp & { kind: 'subscribe' }): void {
    const first = !frame.listensTo(instanceGuid, event);
    frame.subscribe(instanceGuid, event, subscriberCount);
    if (first && event === 'app.activated') frame.post({ key: 'zaf.app.activated', message: { firstLoad: true } });
    if (first && event === ROUTE_CHANGED && this.#route) frame.post({ key: `zaf.${event}`, message: this.#route });
  }

  async #carry(frame: AppFrame, { key, options }: FromApp & { kind: 'http' }): Promise<void> {
    const reply = frame.replier();
    const { end, responseArgs } = await request(options);
    reply({ key: `zaf.${key}.${end}`, message: { responseArgs } });
  }

  #report(news: TicketNews): void {
    const events = eventsOf(news);
    for (const { event, property } of events) this.emit(event, property && this.property(property));
    if (news.type !== 'field') return;
    this.emit('*.changed', { propertyName: events[0]?.property, newValue: news.after, oldValue: news.before });
  }
}
