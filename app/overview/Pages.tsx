import { Suspense, useEffect, useRef } from 'react';
import { Frame } from '../ui/page/Frame.tsx';
import { Menu } from '../ui/page/Menu.tsx';
import { usePageWords } from '../ui/page/PageWords.tsx';
import { PageTitle } from '../ui/page/Section.tsx';
import { useUnsavedRouting, WithRouting } from './pages/routing/RoutingDraft.tsx';
import { Caught } from './parts/Caught.tsx';
import { Waiting } from './parts/Loaded.tsx';
import { useGuard } from './parts/useGuard.ts';
import { usePlace } from './parts/usePlace.ts';
import { GROUPS, PAGES, type Page } from './registry.ts';
import { useUnsavedSettings, WithSettings } from './settings.tsx';

/** The menu and the page that the address names. */
export function Pages() {
  const { t } = usePageWords();
  const place = usePlace();
  const page = PAGES.find(({ id }) => id === place) ?? PAGES[0];
  const unsaved = useUnsavedSettings();
  const unsavedRouting = useUnsavedRouting();
  const isUnsaved = ({ settings = [], routing = [] }: Page) =>
    settings.some((part) => part in unsaved) || routing.some((part) => part in unsavedRouting);
  const isSavedWith = (other: Page) =>
    other !== page && Boolean(other.settings) === Boolean(page?.settings) && isUnsaved(other);
  useGuard(Object.keys({ ...unsaved, ...unsavedRouting }).length > 0);
  useArrival(page ? t(page.title) : '');
  if (!page) return null;
  const groups = GROUPS.map(({ title, pages }) => ({
    label: t(title),
    entries: pages.map((each) => ({
      id: each.id,
      label: t(each.title),
      mark: isUnsaved(each) ? t('menu.unsaved') : null,
    })),
  }));
  return (
    <Frame skip={t('menu.skip')} menu={<Menu label={t('menu.label')} current={page.id} groups={groups} />}>
      <PageTitle title={t(page.title)} text={t(page.text)} />
      <Content key={page.id} page={page} alsoIn={PAGES.filter(isSavedWith).map((each) => t(each.title))} />
    </Frame>
  );
}

function Content({ page: { Body, settings, routing }, alsoIn }: { page: Page; alsoIn: readonly string[] }) {
  const body = (
    <Caught>
      <Suspense fallback={<Waiting />}>
        <Body />
      </Suspense>
    </Caught>
  );
  if (routing) return <WithRouting alsoIn={alsoIn}>{body}</WithRouting>;
  return settings ? <WithSettings alsoIn={alsoIn}>{body}</WithSettings> : body;
}

/** Going to another page names the window after it and moves the focus to where it begins. */
function useArrival(title: string): void {
  const arrived = useRef(title);
  useEffect(() => {
    document.title = title;
    if (arrived.current === title) return;
    arrived.current = title;
    document.getElementById('content')?.focus();
    window.scrollTo(0, 0);
  }, [title]);
}
