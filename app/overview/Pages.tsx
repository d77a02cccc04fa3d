import { Suspense, useEffect, useRef, useState } from 'react';
import { Frame } from '../ui/page/Frame.tsx';
import { Menu } from '../ui/page/Menu.tsx';
import { usePageWords } from '../ui/page/PageWords.tsx';
import { PageTitle } from '../ui/page/Section.tsx';
import { Content } from './Content.tsx';
import { late, type Page } from './page.ts';
import { Caught } from './parts/Caught.tsx';
import { CopyLink } from './parts/CopyLink.tsx';
import { Waiting } from './parts/Loaded.tsx';
import { useGuard } from './parts/useGuard.ts';
import { usePlace, useShared } from './parts/usePlace.ts';
import { groupsOf } from './registry.ts';
import { useUnsaved } from './unsaved.tsx';

const Administration = late(() => import('./Administration.tsx'), 'Administration');

/** The menu and the page that the address names. `address`: of the app in Zendesk. */
export function Pages({ isAdmin, address }: { isAdmin: boolean; address: string | null }) {
  const { t } = usePageWords();
  const place = usePlace();
  const shared = useShared();
  const unsaved = useUnsaved();
  const groups = groupsOf(isAdmin);
  const pages = groups.flatMap((group) => group.pages);
  const page = pages.find(({ id }) => id === place) ?? pages[0];
  const isUnsaved = ({ settings = [], routing = [] }: Page) =>
    settings.some((part) => part in unsaved.settings) || routing.some((part) => part in unsaved.routing);
  const isSavedWith = (other: Page) =>
    other !== page && Boolean(other.settings) === Boolean(page?.settings) && isUnsaved(other);
  useGuard(Object.keys({ ...unsaved.settings, ...unsaved.routing }).length > 0);
  useArrival(page ? t(page.title) : '');
  if (!page) return null;
  const isForAgents = groups.some((group) => group.isForAgents && group.pages.includes(page));
  const menu = groups.map((group) => ({
    label: t(group.title),
    entries: group.pages.map((each) => ({
      id: each.id,
      href: `#/${each.id}${group.isForAgents ? shared : ''}`,
      label: t(each.title),
      mark: isUnsaved(each) ? t('menu.unsaved') : null,
    })),
  }));
  return (
    <Frame
      skip={t('menu.skip')}
      isWide={page.isWide ?? false}
      menu={<Menu label={t('menu.label')} current={page.id} groups={menu} />}
    >
      <PageTitle
        title={t(page.title)}
        text={t(page.text)}
        actions={isForAgents && address && <CopyLink key={page.id} address={address} page={page.id} />}
      />
      {isForAgents && <Content key={page.id} page={page} />}
      {isAdmin && <OnceOpened page={isForAgents ? null : page} alsoIn={pages.filter(isSavedWith)} />}
    </Frame>
  );
}

/** Stays once a page of it was opened, so that going elsewhere loses no draft; before, none of it is loaded. */
function OnceOpened({ page, alsoIn }: { page: Page | null; alsoIn: readonly Page[] }) {
  const [wasOpened, setOpened] = useState(page !== null);
  if (page && !wasOpened) setOpened(true);
  if (!page && !wasOpened) return null;
  return (
    <div style={{ display: page ? 'contents' : 'none' }}>
      <Caught>
        <Suspense fallback={<Waiting />}>
          <Administration page={page} alsoIn={alsoIn} />
        </Suspense>
      </Caught>
    </div>
  );
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
