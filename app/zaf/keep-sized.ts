import type { Frame } from './frame.ts';

const SETTLE_MS = 60;

/** Keeps the iframe as tall as its content. Returns the stop. */
export function keepSized(frame: Frame, element: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const fit = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    frame.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => null);
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(fit, SETTLE_MS);
  });
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
