import { useEffect } from 'react';
import { usePageWords, WithAllWords } from '../ui/page/PageWords.tsx';
import { Content } from './Content.tsx';
import type { Page } from './page.ts';
import { RoutingProvider, useUnsavedRouting, WithRouting } from './pages/routing/RoutingDraft.tsx';
import { Waiting } from './parts/Loaded.tsx';
import { SettingsProvider, useUnsavedSettings, WithSettings } from './settings.tsx';
import { useTellUnsaved } from './unsaved.tsx';

type Props = {
  /** Null while a page is open that is not one of these: what is being edited waits. */
  page: Page | null;
  /** Other pages with changes that are saved together with this one's. */
  alsoIn: readonly Page[];
};

/** The admin's pages, over one draft of each document. */
export const Administration = (props: Props) => (
  <WithAllWords fallback={<Waiting />}>
    <SettingsProvider>
      <RoutingProvider>
        <Told />
        <Open {...props} />
      </RoutingProvider>
    </SettingsProvider>
  </WithAllWords>
);

function Told() {
  const settings = useUnsavedSettings();
  const routing = useUnsavedRouting();
  const tell = useTellUnsaved();
  const key = JSON.stringify({ settings, routing });
  useEffect(() => tell(JSON.parse(key)), [tell, key]);
  return null;
}

function Open({ page, alsoIn }: Props) {
  const { t } = usePageWords();
  if (!page) return null;
  const content = <Content key={page.id} page={page} />;
  const titles = alsoIn.map(({ title }) => t(title));
  if (page.routing)
    return (
      <WithRouting key={page.id} alsoIn={titles}>
        {content}
      </WithRouting>
    );
  if (!page.settings) return content;
  return (
    <WithSettings key={page.id} alsoIn={titles}>
      {content}
    </WithSettings>
  );
}
