import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Blank } from '../ui/Blank.tsx';
import { Look } from '../ui/Look.tsx';
import { PageWordsProvider, usePageWords, WithAllWords } from '../ui/page/PageWords.tsx';
import type { NavBarFrame } from '../zaf/nav-bar.ts';
import { readAgent } from '../zaf/read-agent.ts';
import { useColorScheme } from '../zaf/useColorScheme.ts';
import { ClientProvider, useSession } from './api/ClientContext.tsx';
import type { Client } from './api/client.ts';
import { Pages } from './Pages.tsx';
import { late } from './page.ts';
import { Caught } from './parts/Caught.tsx';
import { SaidProvider } from './parts/Said.tsx';
import { useGuard } from './parts/useGuard.ts';
import { FrameContext } from './parts/useOpenTicket.ts';
import { UnsavedProvider, useUnsaved } from './unsaved.tsx';
import { SetAside } from './versions/SetAside.tsx';

const VisitorPage = late(() => import('./pages/connection/VisitorPage.tsx'), 'VisitorPage');

/** `client` null: the backend knows of nobody who has this page open. */
type Props = { client: Client | null; connection: Promise<NavBarFrame | null> };

/** The page in Zendesk's navigation bar. */
export function Overview({ client, connection }: Props) {
  const { frame, locale } = useZendesk(connection);
  return (
    <PageWordsProvider locale={locale}>
      <Look scheme={useColorScheme(frame)}>
        {client ? (
          <ClientProvider client={client}>
            <FrameContext.Provider value={frame}>
              <SaidProvider>
                <UnsavedProvider>
                  <Inside address={frame?.address ?? null} />
                </UnsavedProvider>
              </SaidProvider>
            </FrameContext.Provider>
          </ClientProvider>
        ) : (
          <Only title="state.outside" text="state.outsideText" />
        )}
      </Look>
    </PageWordsProvider>
  );
}

function Inside({ address }: { address: string | null }) {
  const { role, isOver } = useSession();
  if (isOver) return <Over />;
  if (role !== 'visitor') return <Pages isAdmin={role === 'admin'} address={address} />;
  return (
    <Caught>
      <Suspense>
        <WithAllWords fallback={null}>
          <VisitorPage />
        </WithAllWords>
      </Suspense>
    </Caught>
  );
}

/** What was being edited cannot be saved any more, and need not be typed again from memory. */
function Over() {
  const { settings, routing } = useUnsaved();
  const unsaved = { ...settings, ...routing };
  const isDirty = Object.keys(unsaved).length > 0;
  useGuard(isDirty);
  return (
    <Only title="state.over" text="state.overText">
      {isDirty && <SetAside text={JSON.stringify(unsaved, null, 2)} />}
    </Only>
  );
}

type State = 'outside' | 'over';

type OnlyProps = { title: `state.${State}`; text: `state.${State}Text`; children?: ReactNode };

function Only({ title, text, children }: OnlyProps) {
  const { t } = usePageWords();
  return (
    <main>
      <h1 style={{ position: 'absolute', clipPath: 'inset(50%)', margin: 0 }}>{t('title')}</h1>
      <Blank icon="plug" title={t(title)} text={t(text)}>
        {children}
      </Blank>
    </main>
  );
}

type Zendesk = { frame: NavBarFrame | null; locale: string };

/** Zendesk tells language and colours; the page stands without waiting for them. */
function useZendesk(connection: Promise<NavBarFrame | null>): Zendesk {
  const [zendesk, setZendesk] = useState<Zendesk>({ frame: null, locale: navigator.language });
  useEffect(() => {
    let current = true;
    const settle = async () => {
      const frame = await connection;
      if (!frame) return;
      const { locale } = await readAgent(frame);
      if (current) setZendesk({ frame, locale });
    };
    settle().catch(() => null);
    return () => {
      current = false;
    };
  }, [connection]);
  return zendesk;
}
