import { type RefObject, useEffect, useRef, useState } from 'react';

/** Where nobody measures. */
const USUAL = 720;
const LEAST = 260;

/** How wide an element is, in whole pixels. */
export function useWidth<E extends HTMLElement>(): [RefObject<E>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(USUAL);
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => setWidth(Math.max(LEAST, Math.floor(measured.clientWidth) || USUAL));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(measured);
    return () => watch.disconnect();
  }, []);
  return [element, width];
}
