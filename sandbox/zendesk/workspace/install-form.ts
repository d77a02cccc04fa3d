import { el } from './element.ts';
import type { CatalogApp, CatalogParameter } from './rest-shapes.ts';

const PLACES: Record<string, string> = {
  ticket_sidebar: 'beside a ticket',
  new_ticket_sidebar: 'beside a new ticket',
  nav_bar: 'as a page of its own in the navigation bar',
};

/** What the app asks for and may do, and its settings, before anything happens. */
export function createInstallForm(
  app: CatalogApp,
  install: (settings: Record<string, string>) => Promise<unknown>,
  cancel: () => void,
): HTMLElement {
  const inputs = app.parameters.map((parameter) => ({ parameter, input: inputFor(parameter) }));
  const confirm = el('button', { type: 'submit', class: 'primary', 'data-test': 'install-confirm' }, 'Install');
  const leave = el('button', { type: 'button', class: 'secondary', 'data-test': 'install-cancel' }, 'Cancel');
  leave.addEventListener('click', cancel);
  const form = el(
    'form',
    { class: 'install', novalidate: true },
    el('h3', {}, 'What it may do'),
    el('ul', { class: 'may', 'data-test': 'app-may' }, ...mayDo(app).map((text) => el('li', {}, text))),
    app.instructions === '' ? null : el('p', { class: 'muted' }, app.instructions),
    ...inputs.map(({ parameter, input }) => row(parameter, input)),
    el('div', { class: 'buttons' }, confirm, leave),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    confirm.disabled = true;
    const given = inputs.map(({ parameter, input }) => [parameter.name, textIn(parameter, input)] as const);
    await install(Object.fromEntries(given.filter(([, value]) => value !== '')));
    confirm.disabled = false;
  });
  return form;
}

function mayDo({ locations, fields, domains }: CatalogApp): string[] {
  const places = locations.map((name) => PLACES[name] ?? name);
  return [
    `Show itself ${places.join(', ')}`,
    ...(fields.length > 0 ? [`Create ${fields.length} ticket fields: ${fields.join(', ')}`] : []),
    ...(domains.length > 0 ? [`Exchange data with ${domains.join(', ')}`] : []),
  ];
}

function inputFor({ name, type, secure, value }: CatalogParameter): HTMLInputElement {
  const kind = type === 'checkbox' ? 'checkbox' : secure ? 'password' : 'text';
  const input = el('input', {
    id: `parameter-${name}`,
    type: kind,
    autocomplete: 'off',
    'data-test': `parameter-${name}`,
  });
  if (kind === 'checkbox') input.checked = value === 'true';
  else input.value = value;
  return input;
}

const textIn = ({ type }: CatalogParameter, input: HTMLInputElement) =>
  type === 'checkbox' ? String(input.checked) : input.value.trim();

function row({ name, label, help, required }: CatalogParameter, input: HTMLInputElement): HTMLElement {
  const mark = required ? '' : ' (optional)';
  return el(
    'div',
    { class: 'parameter' },
    el('label', { for: `parameter-${name}` }, `${label}${mark}`),
    input,
    help === '' ? null : el('p', { class: 'muted' }, help),
  );
}
