import type { Opened } from './app-instances.ts';
import { el } from './element.ts';
import { icon } from './icon.ts';
import type { Installation } from './rest-shapes.ts';

const FIRST_HEIGHT = 160;

export type AppTray = { element: HTMLElement; show(iframe: HTMLIFrameElement): void; notice(text: string): void };

/** The right side: the app under the title bar that the helpdesk draws. */
export function createAppTray(
  installation: Installation,
  collapsed: (collapsed: boolean) => void,
  reload: () => void,
): AppTray {
  const body = el('div', { class: 'app-body', id: 'app-body' });
  const toggle = el('button', {
    type: 'button',
    class: 'app-toggle',
    'aria-expanded': 'true',
    'aria-controls': 'app-body',
    'data-test': 'app-toggle',
  });
  toggle.append(logo(installation), el('span', {}, installation.name), icon('chevron'));
  toggle.addEventListener('click', () => {
    body.hidden = !body.hidden;
    toggle.ariaExpanded = String(!body.hidden);
    collapsed(body.hidden);
  });
  const again = el(
    'button',
    {
      type: 'button',
      class: 'ghost',
      'aria-label': 'Reload all apps',
      title: 'Reload all apps',
      'data-test': 'reload-apps',
    },
    icon('reload'),
  );
  again.addEventListener('click', reload);
  const element = el(
    'aside',
    { class: 'tray', 'aria-label': 'Apps' },
    el('header', { class: 'tray-head' }, el('h2', {}, 'Apps'), again),
    el('section', { class: 'app', 'aria-label': installation.name }, toggle, body),
  );
  return {
    element,
    show: (iframe) => body.replaceChildren(iframe),
    notice: (text) => body.replaceChildren(el('p', { class: 'app-notice' }, text)),
  };
}

/** An iframe as Zendesk makes them. */
export function appIframe(title: string, test: string): Opened {
  const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups';
  // Forms find a frame only by the name that it had when it came into the document.
  const name = crypto.randomUUID();
  const iframe = el('iframe', { title, name, sandbox, allow: 'clipboard-write', 'data-test': test });
  const resize = (height: number) => {
    iframe.style.height = `${height}px`;
  };
  resize(FIRST_HEIGHT);
  return { iframe, resize, close: () => iframe.remove() };
}

function logo({ appUrl }: Installation): HTMLElement {
  const holder = el('span', { class: 'app-logo' }, icon('app'));
  if (appUrl === null) return holder;
  const image = el('img', { src: new URL('logo-small.png', appUrl).href, alt: '', width: 20, height: 20 });
  image.addEventListener('load', () => holder.replaceChildren(image));
  return holder;
}
