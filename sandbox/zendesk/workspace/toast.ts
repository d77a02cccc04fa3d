import { el } from './element.ts';
import { icon } from './icon.ts';
import type { NoticeKind } from './zaf-actions.ts';

const SHOWN_MS = { notice: 5_000, alert: 8_000, error: 10_000 };

/** One message at a time, read out when it comes. */
export function createToaster(): { element: HTMLElement; show(text: string, kind?: NoticeKind): void } {
  const element = el('div', { class: 'toaster', role: 'status' });
  let timer = 0;
  const clear = () => element.replaceChildren();
  return {
    element,
    show(text, kind = 'notice') {
      const close = el('button', { type: 'button', class: 'ghost', 'aria-label': 'Dismiss' }, icon('close'));
      close.addEventListener('click', clear);
      element.replaceChildren(el('div', { class: `toast ${kind}`, 'data-test': 'toast' }, el('span', {}, text), close));
      window.clearTimeout(timer);
      timer = window.setTimeout(clear, SHOWN_MS[kind]);
    },
  };
}
