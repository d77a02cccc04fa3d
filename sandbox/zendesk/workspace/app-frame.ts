import { currentScheme } from './color-scheme.ts';
import { PageLoads } from './page-loads.ts';

export type AppContext = {
  instanceGuid: string;
  product: 'support';
  account: { subdomain: string };
  location: string;
  ticketId: number;
};

/** One iframe of the app: the sidebar, or a modal that it opened. */
export class AppFrame {
  readonly context: AppContext;
  readonly iframe: HTMLIFrameElement;
  readonly #origin: string;
  readonly #onPage: (frame: AppFrame) => void;
  readonly #loads = new PageLoads();
  readonly #subscriptions = new Map<string, number>();
  #page = 0;

  /** `onPage` hears once of every page that the iframe loads, when it can be registered. */
  constructor(iframe: HTMLIFrameElement, appUrl: string, context: AppContext, onPage: (frame: AppFrame) => void) {
    this.iframe = iframe;
    this.context = context;
    this.#origin = new URL(appUrl).origin;
    this.#onPage = onPage;
    iframe.addEventListener('load', () => {
      if (this.#loads.load()) this.#startPage();
    });
    iframe.src = addressed(appUrl, context.instanceGuid);
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
