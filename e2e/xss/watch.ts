import type { Browser, BrowserContext, Frame } from 'playwright-core';

/** What a browser saw that no page of ours may make it do. */
export type Watch = { context: BrowserContext; seen: string[] };

/** In each frame: no waiting between two looks at a triage; a word for each breach of the policy. */
function prepare(): void {
  const wait = window.setTimeout.bind(window);
  window.setTimeout = ((run: () => void, ms = 0, ...rest: []) =>
    wait(run, ms >= 400 && ms <= 2_000 ? 20 : ms, ...rest)) as typeof window.setTimeout;
  const { __xss } = window as unknown as { __xss(what: string): void };
  document.addEventListener('securitypolicyviolation', (event) =>
    __xss(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
}

/** A browser in which the payloads' `__xss` tells, and so do dialogs, requests to elsewhere and complaints. */
export async function openWatched(browser: Browser, origins: string[], bypassCSP: boolean): Promise<Watch> {
  const context = await browser.newContext({ bypassCSP, viewport: { width: 1280, height: 900 } });
  const seen: string[] = [];
  await context.exposeBinding('__xss', ({ frame }, what?: unknown) => {
    seen.push(typeof what === 'string' ? what : `script: ${frame.url()}`);
  });
  await context.addInitScript(prepare);
  context.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!origins.includes(url.origin) && url.protocol !== 'data:') seen.push(`request: ${request.url()}`);
  });
  context.on('weberror', (error) => seen.push(`error: ${error.error().message}`));
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) seen.push(`console: ${message.text()}`);
  });
  return { context, seen };
}

type Look = { faults: string[]; texts: string[] };

/** Everything that a frame's page would run, or ask others for, and every text that it shows. */
function look(): Look {
  const faults: string[] = [];
  const texts: string[] = [document.body.textContent ?? '', document.title];
  const active = 'script, iframe, frame, object, embed, base, link, meta, form[action], portal, svg image, svg use';
  for (const element of document.body.querySelectorAll('*')) {
    if (element.matches(active)) faults.push(`element: ${element.outerHTML.slice(0, 120)}`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || name === 'srcdoc') faults.push(`attribute: ${name}=${value}`);
      const isAddress = /^(?:href|src|srcset|action|formaction|xlink:href|data|poster|background|ping)$/.test(name);
      if (isAddress && !/^(?:https?:\/\/|#|blob:http|data:image\/|\/(?!\/))/i.test(value))
        faults.push(`address: ${name}=${value}`);
      texts.push(value);
    }
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
    if (element instanceof HTMLElement && /url\(/.test(element.style.cssText))
      faults.push(`style: ${element.style.cssText}`);
  }
  return { faults, texts };
}

/** Looks at a page of ours, and tells all that it says. */
export async function inspect(watch: Watch, frame: Frame): Promise<string> {
  const { faults, texts } = await frame.evaluate(look);
  watch.seen.push(...faults);
  return texts.join('\n');
}
