/**
 * Finds out which handshakes belong to a new page load of one iframe, because a page may shake hands any number of times
 * and has to be registered exactly once. A page's scripts may run before its `load` event: a handshake on a registered
 * page is therefore either a second `init` or the next page's first one, and only a following `load` tells.
 */
export class PageLoads {
  #loaded = false;
  #registered = false;
  #early = false;

  /** True when the page has to be registered now. */
  handshake(): boolean {
    if (!this.#registered) return this.#register();
    this.#early = this.#loaded;
    return false;
  }

  /** The iframe's `load` event. True when the page that shook hands before it has to be registered now. */
  load(): boolean {
    if (!this.#loaded) {
      this.#loaded = true;
      return false;
    }
    this.#registered = false;
    return this.#early && this.#register();
  }

  #register(): boolean {
    this.#registered = true;
    this.#early = false;
    return true;
  }
}
