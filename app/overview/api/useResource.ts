import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { useClient } from './ClientContext.tsx';
import type { InputOf, OutputOf, RouteName } from './routes.ts';

export type Resource<T> = {
  /** Stays while it is read again. */
  value: T | null;
  error: ApiError | null;
  isLoading: boolean;
  reload(): Promise<void>;
  /** Puts in place what another call answered. */
  replace(value: T): void;
};

/** Reads once, and again whenever `load` is another function: keep it by useCallback. */
export function useResource<T>(load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<Pick<Resource<T>, 'value' | 'error' | 'isLoading'>>(NOTHING);
  const newest = useRef(0);
  const reload = useCallback(async () => {
    newest.current += 1;
    const turn = newest.current;
    setState((before) => ({ ...before, isLoading: true }));
    const read = await load().then(
      (value) => ({ value, error: null }),
      (failure: unknown) => ({ error: asApiError(failure) }),
    );
    if (turn === newest.current) setState((before) => ({ ...before, ...read, isLoading: false }));
  }, [load]);
  const replace = useCallback((value: T) => {
    newest.current += 1;
    setState({ value, error: null, isLoading: false });
  }, []);
  useEffect(() => {
    void reload();
    return () => {
      newest.current += 1;
    };
  }, [reload]);
  return { ...state, reload, replace };
}

const NOTHING = { value: null, error: null, isLoading: true };

/** What a route of the contract answers. */
export function useRead<N extends RouteName>(name: N, input: InputOf<N>): Resource<OutputOf<N>> {
  const client = useClient();
  const key = JSON.stringify(input);
  return useResource(useCallback(() => client.call(name, JSON.parse(key) as InputOf<N>), [client, name, key]));
}

export const asApiError = (failure: unknown): ApiError =>
  failure instanceof ApiError ? failure : new ApiError('failed', String(failure));
