import type { Opened } from './app-instances.ts';
import { appIframe } from './app-tray.ts';
import { el } from './element.ts';
import { icon } from './icon.ts';

/** A modal of the app; `closed` hears when the agent closes it. */
export function openAppModal(title: string, size: { width: number; height: number }, closed: () => void): Opened {
  const page = appIframe(title, 'app-modal-frame');
  const close = el('button', { type: 'button', class: 'ghost', 'aria-label': 'Close' }, icon('close'));
  const dialog = el(
    'dialog',
    { class: 'app-modal', 'aria-label': title },
    el('header', {}, el('h2', {}, title), close),
    page.iframe,
  );
  page.iframe.style.width = `${size.width}px`;
  page.resize(size.height);
  close.addEventListener('click', closed);
  dialog.addEventListener('cancel', closed);
  document.body.append(dialog);
  dialog.showModal();
  return { ...page, close: () => dialog.remove() };
}
