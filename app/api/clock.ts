/** Time as an argument, so that tests need no sleeps. */
export type Clock = { now(): number; wait(ms: number): Promise<void> };

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
