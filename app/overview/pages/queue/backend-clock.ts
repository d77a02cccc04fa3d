import { createContext } from 'react';

/** One timer for all who listen, and none while nobody does. */
export type BackendClock = { now(): number; subscribe(heard: () => void): () => void };

const STEP_MS = 1_000;

/** Goes on from what the backend's clock said just now, however wrong this computer's clock is. */
export function clockFrom(iso: string): BackendClock {
  const ahead = Date.parse(iso) - Date.now();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    for (const heard of listeners) heard();
  };
  return {
    now: () => Date.now() + ahead,
    subscribe(heard) {
      if (listeners.size === 0) timer = setInterval(tick, STEP_MS);
      listeners.add(heard);
      return () => {
        listeners.delete(heard);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}

export const ClockContext = createContext<BackendClock>({ now: Date.now, subscribe: () => () => {} });
