import type { ReactNode } from 'react';
import type { Resource } from '../api/useResource.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { differing, type Saved } from './document.ts';
import { SaveBar } from './SaveBar.tsx';
import type { Draft } from './useDraft.ts';
import { VersionLine } from './VersionLine.tsx';

type Drafted<Body> = { resource: Resource<Saved<Body>>; draft: Draft<Body> | null };
type Props<Body> = Drafted<Body> & { alsoIn: readonly string[]; children: ReactNode };

/** A form of a document's part: which version, the form, what saves it. `alsoIn`: other pages with unsaved changes. */
export function Editing<Body extends object>({ resource, draft, alsoIn, children }: Props<Body>) {
  return (
    <Loaded resource={resource}>
      {() =>
        draft && (
          <>
            <VersionLine draft={draft} />
            {children}
            <SaveBar draft={draft} alsoIn={alsoIn} />
          </>
        )
      }
    </Loaded>
  );
}

/** The parts of the document that are edited and not saved. */
export const unsavedIn = <Body extends object>({ resource, draft }: Drafted<Body>): Partial<Body> =>
  draft?.isDirty && resource.value ? differing(draft.body, resource.value.body) : {};
