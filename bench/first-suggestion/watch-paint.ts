export const MARK = 'suggestion';

/** Runs in every frame: marks when the button that applies the suggestion, or says hello, has been painted. */
export function watchPaint(): void {
  if (window === window.top) return;
  const awaited = /^(Apply \d+ change|Hello)/;
  const observer = new MutationObserver(() => {
    if (![...document.querySelectorAll('button')].some(({ textContent }) => awaited.test(textContent ?? ''))) return;
    observer.disconnect();
    // The first of the two callbacks comes before the paint that shows it.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('suggestion')));
  });
  observer.observe(document, { childList: true, subtree: true });
}
