import { useEffect } from 'react';

/** The control that had the focus last, and what it stands in, from the inside out; outlives the card that it was in. */
let way: Element[] = [];

const isShown = (element: Element | undefined) => element?.isConnected && !element.closest('[hidden]');

function remember({ target }: FocusEvent): void {
  way = [];
  for (let at = target as Element | null; at; at = at.parentElement) way.push(at);
}

function mend(): void {
  const { activeElement, body } = document;
  // What was hidden is still the active element at this time, what was removed is not.
  if (isShown(way[0]) || (activeElement !== body && activeElement !== way[0]) || !document.hasFocus()) return;
  for (const place of way.filter(isShown)) {
    const next = [...place.querySelectorAll('button')].find(isShown) ?? place;
    (next as HTMLElement).focus({ preventScroll: true });
    if (document.activeElement === next) return;
  }
}

/** When the control in focus goes, the nearest button that is left takes it: nobody at a keyboard has to start over. */
export function useKeptFocus(): void {
  useEffect(() => {
    const observer = new MutationObserver(mend);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] });
    document.addEventListener('focusin', remember);
    mend();
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}
