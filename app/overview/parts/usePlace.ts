import { useSyncExternalStore } from 'react';

const listen = (heard: () => void) => {
  window.addEventListener('hashchange', heard);
  return () => window.removeEventListener('hashchange', heard);
};
const read = () => window.location.hash;

/** The page in the address, such as `connection` of `#/connection`, so that reloading and links work. */
export const usePlace = (): string => useSyncExternalStore(listen, read).replace(/^#\/?/, '');

export const goTo = (id: string): void => {
  window.location.hash = `#/${id}`;
};
