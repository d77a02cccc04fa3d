import { useEffect, useRef, useSyncExternalStore } from 'react';
import { usePoll } from '../usePoll.ts';

const listen = (heard: () => void) => {
  document.addEventListener('visibilitychange', heard);
  return () => document.removeEventListener('visibilitychange', heard);
};
const isShown = () => document.visibilityState !== 'hidden';

/** Asks again every so often while somebody can see it, and at once when they come back. */
export function useRefresh(ask: () => Promise<unknown>, everyMs: number): void {
  const isVisible = useSyncExternalStore(listen, isShown);
  const wasVisible = useRef(isVisible);
  usePoll(isVisible, ask, everyMs);
  useEffect(() => {
    if (isVisible && !wasVisible.current) void ask();
    wasVisible.current = isVisible;
  }, [isVisible, ask]);
}
