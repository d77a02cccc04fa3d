import { currentScheme } from './color-scheme.ts';
import { el } from './element.ts';
import { PageLoads } from './page-loads.ts';

export type AppContext = {
  instanceGuid: string;
  product: 'support';
  account: { subdomain: string };
  location: string;
  /** Absent where no ticket is open, or none that is saved. */
  ticketId?: number;
};

/** Where an iframe begins; `token` is what a signed location is opened with. */
export type AppPage = { url: string; token: string | null };

/** One iframe of the app: its main one, or a modal that it opened. */
export class AppFrame {
  readonly context: AppContext;
  readonly iframe: HTMLIFrameElement;
  readonly #origin: string;
  readonly #onPage: (frame: AppFrame) => void;
  readonly #loads = new PageLoads();
  readonly #subscriptions = new Map<string, number>();
  #page = 0;

  /**
   * `onPage` hears once of every page that the iframe loads, when it can be registered. With a token the first page is asked for
   * by a form, for which the iframe has to stand in the document.
   */
  constructor(iframe: HTMLIFrameElement, page: AppPage, context: AppContext, onPage: (frame: AppFrame) => void) {
    this.iframe = iframe;
    this.context = context;
    this.#origin = new URL(page.url).origin;
    this.#onPage = onPage;
    iframe.addEventListener('load', () => {
      if (!isBlank(iframe) && this.#loads.load()) this.#startPage();
    });
    const address = addressed(page.url, context.instanceGuid);
    if (page.token === null) iframe.src = address;
    else postToken(iframe, address, page.token);
  }

  get guid(): string {
    return this.context.instanceGuid;
  }

  /** True for a message that this frame's own page sent. */
  sent(event: MessageEvent): boolean {
    return event.source !== null && event.source === this.iframe.contentWindow && event.origin === this.#origin;
  }

  handshake(): void {
    if (this.#loads.handshake()) this.#startPage();
  }

  subscribe(instanceGuid: string, event: string, count: number): void {
    this.#subscriptions.set(`${instanceGuid} ${event}`, count);
  }

  listensTo(instanceGuid: string, event: string): boolean {
    return (this.#subscriptions.get(`${instanceGuid} ${event}`) ?? 0) > 0;
  }

  post(message: object): void {
    this.iframe.contentWindow?.postMessage(JSON.stringify(message), this.#origin);
  }

  /** Posts to the page that is there now: a page loaded since counts its ids from 1 again and must not get old answers. */
  replier(): (message: object) => void {
    const page = this.#page;
    return (message) => {
      if (page === this.#page) this.post(message);
    };
  }

  #startPage(): void {
    this.#page += 1;
    this.#subscriptions.clear();
    this.#onPage(this);
  }
}

function addressed(appUrl: string, guid: string): string {
  const url = new URL(appUrl);
  url.searchParams.set('origin', location.origin);
  url.searchParams.set('app_guid', guid);
  url.searchParams.set('colorScheme', currentScheme());
  return url.href;
}

function postToken(iframe: HTMLIFrameElement, address: string, token: string): void {
  const field = el('input', { type: 'hidden', name: 'token', value: token });
  const form = el('form', { method: 'post', action: address, target: iframe.name, hidden: true }, field);
  document.body.append(form);
  form.submit();
  form.remove();
}

/** The empty page that an iframe holds before its first one. */
function isBlank({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.URL === 'about:blank';
}
