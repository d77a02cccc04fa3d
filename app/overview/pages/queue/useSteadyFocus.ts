import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

const linksIn = (place: HTMLElement | null) => [...(place?.querySelectorAll<HTMLElement>('tbody a') ?? [])];

/**
 * Keeps the focus in a list that changes by itself: when the row that had it goes, the one in its place gets it; when
 * more rows were asked for, the first of them does. `ids`: one for each row. Answers what to call before asking for more.
 */
export function useSteadyFocus(place: RefObject<HTMLElement>, ids: readonly string[]): () => void {
  const had = useRef<{ id: string; index: number } | null>(null);
  const wanted = useRef<number | null>(null);
  const shown = useRef(ids);
  useLayoutEffect(() => {
    const follow = ({ target }: Event) => {
      const index = linksIn(place.current).indexOf(target as HTMLElement);
      had.current = index < 0 ? null : { id: shown.current[index] ?? '', index };
      wanted.current = null;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [place]);
  useLayoutEffect(() => {
    shown.current = ids;
    const focus = (index: number) => linksIn(place.current)[index]?.focus({ preventScroll: true });
    const first = wanted.current;
    if (first !== null && ids.length > first) focus(first);
    const last = had.current;
    if (!last) return;
    const index = ids.indexOf(last.id);
    if (index >= 0) had.current = { ...last, index };
    else if (document.activeElement === document.body) focus(Math.min(last.index, ids.length - 1));
  }, [place, ids]);
  return useCallback(() => {
    wanted.current = ids.length;
  }, [ids]);
}
