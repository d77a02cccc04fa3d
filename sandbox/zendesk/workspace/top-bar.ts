import { applyScheme, type ColorScheme, currentScheme } from './color-scheme.ts';
import { el } from './element.ts';
import { icon } from './icon.ts';
import type { Installation } from './rest-shapes.ts';

export function createTopBar(
  { account, currentUser }: Installation,
  schemeChanged: (scheme: ColorScheme) => void,
): HTMLElement {
  const toggle = el(
    'button',
    { type: 'button', class: 'ghost', 'aria-label': 'Dark colors', 'data-test': 'scheme' },
    icon('moon'),
  );
  const show = () => toggle.setAttribute('aria-pressed', String(currentScheme() === 'dark'));
  toggle.addEventListener('click', () => {
    applyScheme(currentScheme() === 'dark' ? 'light' : 'dark');
    show();
    schemeChanged(currentScheme());
  });
  show();
  const brand = account.subdomain.charAt(0).toUpperCase() + account.subdomain.slice(1);
  return el(
    'header',
    { class: 'top' },
    el('a', { class: 'brand', href: '/agent/' }, icon('tickets'), `${brand} Support`),
    el('span', { class: 'stand-in' }, 'Sandbox: a stand-in for Zendesk'),
    toggle,
    el(
      'span',
      { class: 'me' },
      el('span', { class: 'avatar', 'aria-hidden': 'true' }, currentUser.name.charAt(0)),
      currentUser.name,
    ),
  );
}
