import { useEffect } from 'react';

/** As long as there is something to wait for: asks again, each time some while after the last answer. Keep `ask` by useCallback. */
export function usePoll(isOn: boolean, ask: () => Promise<unknown>, everyMs = 2_000): void {
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const later = () => {
      timer = setTimeout(() => ask().finally(() => over || later()), everyMs);
    };
    later();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [isOn, ask, everyMs]);
}
