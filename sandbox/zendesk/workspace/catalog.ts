import { el } from './element.ts';
import { post, send } from './helpdesk.ts';
import { createInstallForm } from './install-form.ts';
import type { Catalog, CatalogApp } from './rest-shapes.ts';

const INSTALLATIONS = '/api/support/apps/installations';
type Say = (text: string) => unknown;

/** The one app that can be had here: its tile, its form, and the way out. */
export function createCatalog({ app, installation }: Catalog, changed: Say, failed: Say): HTMLElement {
  const head = el('header', { class: 'admin-head' }, el('h1', {}, 'Apps'), el('p', { class: 'muted' }, 'Marketplace'));
  if (app === null) return el('section', {}, head, el('p', { class: 'notice' }, 'No app is packaged: build it first.'));
  const attempt = (work: () => Promise<unknown>, done: string) =>
    work().then(
      () => changed(done),
      (error: Error) => failed(error.message),
    );
  const details = el('div', { class: 'tile-more' });
  const install = (settings: Record<string, string>) =>
    attempt(() => post(INSTALLATIONS, { app_id: app.id, settings }), `${app.name} is installed`);
  const open = () => {
    const close = () => {
      details.replaceChildren();
      button.hidden = false;
    };
    details.replaceChildren(createInstallForm(app, install, close));
    button.hidden = true;
  };
  const button =
    installation === null
      ? el('button', { type: 'button', class: 'primary', 'data-test': 'app-install' }, 'Install')
      : el('button', { type: 'button', class: 'secondary', 'data-test': 'app-uninstall' }, 'Uninstall');
  const uninstall = () =>
    attempt(() => send(`${INSTALLATIONS}/${installation}`, { method: 'DELETE' }), `${app.name} is uninstalled`);
  button.addEventListener('click', installation === null ? open : uninstall);
  return el(
    'section',
    {},
    head,
    el('article', { class: 'tile', 'data-test': 'app-tile' }, tileHead(app, installation, button), details),
  );
}

function tileHead(app: CatalogApp, installation: number | null, button: HTMLElement): HTMLElement {
  const state = installation === null ? 'Not installed' : `Installed · no. ${installation}`;
  return el(
    'header',
    { class: 'tile-head' },
    el('img', { src: app.logo, alt: '', width: 48, height: 48 }),
    el(
      'div',
      { class: 'tile-words' },
      el('h2', {}, app.name),
      el('p', {}, app.description),
      el('p', { class: 'muted', 'data-test': 'app-state' }, `Version ${app.version} · ${state}`),
    ),
    button,
  );
}
