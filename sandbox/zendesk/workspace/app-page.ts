import type { Opened } from './app-instances.ts';
import { appIframe } from './app-tray.ts';
import { el } from './element.ts';
import { type Account, fetchAppToken } from './helpdesk.ts';
import type { Stage } from './zaf-actions.ts';
import { ZafHost } from './zaf-host.ts';

type Modal = (size: { width: number; height: number }, closed: () => void) => Opened;

/** The app over the whole page, as its nav-bar location has it; its height is the page's. */
export async function openAppPage(account: Account, holder: HTMLElement, stage: Stage, modal: Modal): Promise<ZafHost> {
  const { installation } = account;
  const url = installation.locations.nav_bar;
  if (url === undefined) throw new Error('No installed app has a page of its own.');
  const token = installation.signed.includes('nav_bar') ? await fetchAppToken('nav_bar') : null;
  const opened = appIframe(installation.name, 'nav-app-frame');
  opened.iframe.style.height = '100%';
  holder.replaceChildren(el('main', { class: 'app-page', 'aria-label': installation.name }, opened.iframe));
  const main = { ...opened, resize: () => undefined };
  return new ZafHost({ account, location: 'nav_bar', ticket: null, page: { url, token } }, stage, { main, modal });
}
