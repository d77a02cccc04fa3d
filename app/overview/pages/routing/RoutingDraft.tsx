import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type RoutingRules, teamsOf } from '../../../../backend/contract/routing-rules.ts';
import { useClient } from '../../api/ClientContext.tsx';
import { type Fault, faultAt } from '../../versions/document.ts';
import { Editing, unsavedIn } from '../../versions/Editing.tsx';
import { type Draft, useDraft } from '../../versions/useDraft.ts';
import { rulesDocument } from './rules-document.ts';

type Provided = ReturnType<typeof useDraft<RoutingRules>> & {
  refused: readonly Fault[];
  refuse(faults: readonly Fault[]): void;
};
const Context = createContext<Provided | null>(null);

/** One draft of the routing rules for all pages that edit a part of them. */
export function RoutingProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const drafted = useDraft(useMemo(() => rulesDocument(client), [client]));
  const [refused, refuse] = useState<readonly Fault[]>([]);
  return <Context.Provider value={{ ...drafted, refused, refuse }}>{children}</Context.Provider>;
}

function useProvided(): Provided {
  const provided = useContext(Context);
  if (!provided) throw new Error('There is no RoutingProvider above');
  return provided;
}

/** The parts of the rules that are edited and not saved. */
export function useUnsavedRouting(): Partial<RoutingRules> {
  return unsavedIn(useProvided());
}

export type RoutingDraft = Draft<RoutingRules> & {
  /** As they are in force. */
  inForce: RoutingRules;
  teams: string[];
  /** Says beside its field what a dry run found wrong. */
  refuse(faults: readonly Fault[]): void;
};

/** The draft of the rules, for pages inside of WithRouting. */
export function useRouting(): RoutingDraft {
  const { draft, resource, refused, refuse } = useProvided();
  if (!draft || !resource.value) throw new Error('There is no WithRouting above');
  const inForce = resource.value.body;
  return {
    ...draft,
    inForce,
    teams: teamsOf(draft.body).filter(Boolean).toSorted(),
    refuse,
    faultAt: (path) => draft.faultAt(path) ?? faultAt(refused, path),
  };
}

/** A page that edits a part of the rules: which version, the form, what saves it. `alsoIn`: other pages with unsaved changes. */
export function WithRouting({ alsoIn, children }: { alsoIn: readonly string[]; children: ReactNode }) {
  const { resource, draft } = useProvided();
  const { reload } = resource;
  const isStale = resource.value !== null && !draft?.isDirty;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once on arrival, since a change of categories gives and takes rows
  useEffect(() => {
    if (isStale) void reload();
  }, []);
  return (
    <Editing resource={resource} draft={draft} alsoIn={alsoIn}>
      {children}
    </Editing>
  );
}
