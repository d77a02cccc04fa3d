import type { AppFrame } from './app-frame.ts';

/** An app that does not answer must not keep the agent from saving. */
const PATIENCE_MS = 30_000;

/** Questions to apps that need a reply; one at a time for each frame and hook, as an app ignores a second one. */
export class ZafHooks {
  readonly #waiting = new Map<string, (refusal: string | null) => void>();

  /** The app's objection, or null. */
  ask(frame: AppFrame, hook: string): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const key = `${frame.guid} ${hook}`;
    const timer = setTimeout(() => this.#settle(key, null), PATIENCE_MS);
    this.#waiting.set(key, (refusal) => {
      clearTimeout(timer);
      resolve(refusal);
    });
    frame.post({ key: `zaf.${hook}`, needsReply: true });
    return promise;
  }

  reply(frame: AppFrame, hook: string, refusal: string | false | null): void {
    this.#settle(
      `${frame.guid} ${hook}`,
      refusal === false ? 'The app did not allow the ticket to be saved.' : refusal,
    );
  }

  /** The frame's page is gone and will not answer. */
  forget(frame: AppFrame): void {
    for (const key of this.#waiting.keys()) if (key.startsWith(`${frame.guid} `)) this.#settle(key, null);
  }

  #settle(key: string, refusal: string | null): void {
    this.#waiting.get(key)?.(refusal);
    this.#waiting.delete(key);
  }
}
