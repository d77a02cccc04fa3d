import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { RoutingRules } from '../../backend/contract/routing-rules.ts';
import type { TenantSettings } from '../../backend/contract/tenant-settings.ts';

/** The parts of both documents that are edited and not saved. */
export type Unsaved = { settings: Partial<TenantSettings>; routing: Partial<RoutingRules> };

type Told = { unsaved: Unsaved; tell(unsaved: Unsaved): void };
const NOTHING: Unsaved = { settings: {}, routing: {} };
const Context = createContext<Told>({ unsaved: NOTHING, tell: () => {} });

/** Known to the menu, and after the session's end, without the drafts themselves: those come with the first page that edits. */
export function UnsavedProvider({ children }: { children: ReactNode }) {
  const [unsaved, tell] = useState(NOTHING);
  return <Context.Provider value={useMemo(() => ({ unsaved, tell }), [unsaved])}>{children}</Context.Provider>;
}

export const useUnsaved = (): Unsaved => useContext(Context).unsaved;
export const useTellUnsaved = (): Told['tell'] => useContext(Context).tell;
