import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));

function press(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || repeat || defaultPrevented || isTyping(target)) return;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[aria-keyshortcuts]')];
  const button = buttons.find(
    (one) => !one.disabled && !one.closest('[hidden]') && one.getAttribute('aria-keyshortcuts') === key.toLowerCase(),
  );
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** Lets one key press each button that names one: while the focus is in the app, and never while somebody types (WCAG 2.1.4). */
export function useShortcuts(): void {
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
