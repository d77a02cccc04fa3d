import { type AppContext, AppFrame, type AppPage } from './app-frame.ts';

/** An iframe on the page, and what the page does for it. */
export type Opened = { iframe: HTMLIFrameElement; resize(height: number): void; close(): void };
type Instance = { frame: AppFrame; opened: Opened };

/** The iframes that the app has on the page: its main one and the modals that it opened. */
export class AppInstances {
  readonly #instances = new Map<string, Instance>();

  open(
    opened: Opened,
    page: AppPage,
    place: Omit<AppContext, 'instanceGuid'>,
    onPage: (frame: AppFrame) => void,
  ): AppContext {
    const context = { instanceGuid: crypto.randomUUID(), ...place };
    this.#instances.set(context.instanceGuid, { frame: new AppFrame(opened.iframe, page, context, onPage), opened });
    return context;
  }

  get frames(): AppFrame[] {
    return [...this.#instances.values()].map(({ frame }) => frame);
  }

  contexts(): Record<string, AppContext> {
    return Object.fromEntries(this.frames.map((frame) => [frame.guid, frame.context]));
  }

  resize(guid: string, height: number): void {
    this.#instances.get(guid)?.opened.resize(height);
  }

  /** Gives the frame that was closed, or null when there was none. */
  close(guid: string): AppFrame | null {
    const instance = this.#instances.get(guid);
    if (instance === undefined) return null;
    this.#instances.delete(guid);
    instance.opened.close();
    return instance.frame;
  }

  /** Tells what happened on one instance: to itself and to frames that listen to it through a child client. */
  tell(instanceGuid: string, event: string, message?: unknown): void {
    for (const frame of this.frames) {
      if (frame.listensTo(instanceGuid, event)) frame.post({ key: `zaf.${event}`, message, instanceGuid });
    }
  }
}
