import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { SettingsView, TenantSettings } from '../../backend/contract/tenant-settings.ts';
import { useClient } from './api/ClientContext.tsx';
import type { Client } from './api/client.ts';
import type { Resource } from './api/useResource.ts';
import type { Document, Saved } from './versions/document.ts';
import { Editing, unsavedIn } from './versions/Editing.tsx';
import { type Draft, useDraft } from './versions/useDraft.ts';

type SettingsSaved = Saved<TenantSettings> & { hasModel: boolean };
type Settings = { resource: Resource<Saved<TenantSettings>>; draft: Draft<TenantSettings> | null };

const Context = createContext<Settings | null>(null);

/** One draft of the account's settings for all pages that edit them: going from one to another loses nothing. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  return <Context.Provider value={useDraft(useMemo(() => settingsOf(client), [client]))}>{children}</Context.Provider>;
}

const asSaved = ({ settings, ...head }: SettingsView): SettingsSaved => ({ ...head, body: settings });

const settingsOf = (client: Client): Document<TenantSettings> => ({
  root: 'settings',
  read: async (version) => asSaved(await client.call('readTenantSettings', { query: { version } })),
  save: async (settings, basedOn, note) =>
    asSaved(await client.call('changeTenantSettings', { body: { settings, basedOn, note } })),
  list: async () => (await client.call('listTenantSettings', {})).versions,
  revert: async (version) => asSaved(await client.call('revertTenantSettings', { body: { version } })),
});

function useProvided(): Settings {
  const settings = useContext(Context);
  if (!settings) throw new Error('There is no SettingsProvider above');
  return settings;
}

/** The parts of the settings that are edited and not saved. */
export function useUnsavedSettings(): Partial<TenantSettings> {
  return unsavedIn(useProvided());
}

/** The draft of the settings, for pages inside of WithSettings. */
export function useSettings(): Draft<TenantSettings> & { hasModel: boolean } {
  const { draft } = useProvided();
  if (!draft) throw new Error('There is no WithSettings above');
  return { ...draft, hasModel: (draft.saved as SettingsSaved).hasModel };
}

type Props = { alsoIn: readonly string[]; children: ReactNode };

/** A page that edits the settings: which version, the form, what saves it. `alsoIn`: other pages with unsaved changes. */
export function WithSettings({ alsoIn, children }: Props) {
  const { resource, draft } = useProvided();
  return (
    <Editing resource={resource} draft={draft} alsoIn={alsoIn}>
      {children}
    </Editing>
  );
}
