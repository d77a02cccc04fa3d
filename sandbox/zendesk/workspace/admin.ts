import { createCatalog } from './catalog.ts';
import { restoreScheme } from './color-scheme.ts';
import { el } from './element.ts';
import { send } from './helpdesk.ts';
import { createRail } from './rail.ts';
import type { Catalog, Installation } from './rest-shapes.ts';
import { createToaster } from './toast.ts';
import { createTopBar } from './top-bar.ts';

restoreScheme();
const toaster = createToaster();
const holder = el('main', { class: 'admin' });

async function show(): Promise<void> {
  const [installation, catalog] = await Promise.all([
    send<Installation>('/sandbox/installation'),
    send<Catalog>('/sandbox/catalog'),
  ]);
  const rail = createRail(installation, (path) => location.assign(path));
  rail.mark('/admin/apps');
  holder.replaceChildren(createCatalog(catalog, changed, (text) => toaster.show(text, 'error')));
  const desk = el('div', { class: 'desk whole' }, rail.element, holder);
  document.body.replaceChildren(
    createTopBar(installation, () => undefined),
    desk,
    toaster.element,
  );
}

async function changed(text: string): Promise<void> {
  await show();
  toaster.show(text);
}

try {
  await show();
} catch (error) {
  document.body.textContent = `The page could not start: ${error instanceof Error ? error.message : error}`;
}
