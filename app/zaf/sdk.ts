import type { ZafSdk } from './zaf-client.ts';

declare global {
  interface Window {
    ZAFClient?: ZafSdk;
  }
}

/** Longest wait for Zendesk's CDN before the bundled copy takes over. */
const CDN_WAIT_MS = 1500;

/** Zendesk's own build where the page names one and it comes in time, else the npm package. */
export async function loadSdk(page: Document = document): Promise<ZafSdk> {
  const cdn = page.querySelector<HTMLLinkElement>('link[data-zaf]');
  if (cdn) await run(page, cdn.href);
  return window.ZAFClient ?? ((await import('zendesk_app_framework_sdk')).default as ZafSdk);
}

/** The page only preloads the script: one that failed before we listened would leave us waiting. */
const run = (page: Document, src: string) =>
  new Promise<void>((resolve) => {
    const script = page.createElement('script');
    script.onload = script.onerror = () => resolve();
    script.src = src;
    page.head.append(script);
    setTimeout(resolve, CDN_WAIT_MS);
  });
