import { useCallback, useState } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { asApiError } from './useResource.ts';

export type Action<A extends unknown[]> = {
  /** Whether it went well. */
  run(...args: A): Promise<boolean>;
  isBusy: boolean;
  error: ApiError | null;
  clear(): void;
};

/** Something that a button does; a failure of it is kept to be shown. */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<unknown>): Action<A> {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (...args: A) => {
    setBusy(true);
    setError(null);
    try {
      await act(...args);
      return true;
    } catch (failure) {
      setError(asApiError(failure));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, error, clear: useCallback(() => setError(null), []) };
}
