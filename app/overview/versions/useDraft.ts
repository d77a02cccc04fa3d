import { useCallback, useState } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { asApiError, type Resource, useResource } from '../api/useResource.ts';
import { type Document, type Fault, faultAt, faultsIn, type Saved, type SavedHead } from './document.ts';

export type Draft<Body> = {
  document: Document<Body>;
  resource: Resource<Saved<Body>>;
  /** As it is being edited. */
  body: Body;
  saved: SavedHead;
  isDirty: boolean;
  isBusy: boolean;
  edit(change: (body: Body) => Body): void;
  discard(): void;
  save(note: string | null): Promise<boolean>;
  /** Puts an older version in force again, and drops the draft. */
  revert(version: number): Promise<void>;
  faults: readonly Fault[];
  faultAt(path: string): string | undefined;
  error: ApiError | null;
  /** What somebody else saved while this one was being edited. */
  theirs: Saved<Body> | null;
  /** Takes theirs; ours stays in `setAside`. */
  takeTheirs(): void;
  /** Ours goes on, from now on based on theirs. */
  keepOurs(): void;
  setAside: Body | null;
};

type State<Body> = {
  edited: Body | null;
  isBusy: boolean;
  error: ApiError | null;
  theirs: Saved<Body> | null;
  setAside: Body | null;
};
const CLEAN = { edited: null, isBusy: false, error: null, theirs: null, setAside: null };

/** Null until it is read; then `resource` still says how the reading goes. */
export function useDraft<Body>(document: Document<Body>): {
  resource: Resource<Saved<Body>>;
  draft: Draft<Body> | null;
} {
  const resource = useResource(useCallback(() => document.read(), [document]));
  const [state, setState] = useState<State<Body>>(CLEAN);
  const patch = (part: Partial<State<Body>>) => setState((before) => ({ ...before, ...part }));
  const inForce = resource.value;
  if (!inForce) return { resource, draft: null };

  const { edited, theirs } = state;
  const save = async (note: string | null): Promise<boolean> => {
    patch({ isBusy: true, error: null });
    try {
      resource.replace(await document.save(edited ?? inForce.body, inForce.version, note));
      // What was typed while it was on its way is not saved yet.
      setState((before) => ({ ...CLEAN, edited: before.edited === edited ? null : before.edited }));
      return true;
    } catch (failure) {
      const error = asApiError(failure);
      const fresh = error.code === 'conflict' ? await document.read().catch(() => null) : null;
      const isConflict = fresh !== null && fresh.version !== inForce.version;
      patch({ isBusy: false, ...(isConflict ? { theirs: fresh } : { error }) });
      return false;
    }
  };
  const faults = state.error?.code === 'bad_request' ? faultsIn(state.error.message, document.root) : [];
  const draft: Draft<Body> = {
    document,
    resource,
    body: edited ?? inForce.body,
    saved: inForce,
    isDirty: edited !== null && JSON.stringify(edited) !== JSON.stringify(inForce.body),
    isBusy: state.isBusy,
    edit: (change) => setState((before) => ({ ...before, edited: change(before.edited ?? inForce.body) })),
    discard: () => setState(CLEAN),
    save,
    revert: async (version) => {
      resource.replace(await document.revert(version));
      setState(CLEAN);
    },
    faults,
    faultAt: (path) => faultAt(faults, path),
    error: faults.length > 0 ? null : state.error,
    theirs,
    takeTheirs: () => {
      if (theirs) resource.replace(theirs);
      setState({ ...CLEAN, setAside: edited });
    },
    keepOurs: () => {
      if (theirs) resource.replace(theirs);
      patch({ theirs: null });
    },
    setAside: state.setAside,
  };
  return { resource, draft };
}
