import { type ReactNode, useEffect, useState } from 'react';
import { Blank } from '../ui/Blank.tsx';
import { Look } from '../ui/Look.tsx';
import { PageWordsProvider, usePageWords } from '../ui/page/PageWords.tsx';
import { Code } from '../ui/page/Section.tsx';
import type { Frame as ZendeskFrame } from '../zaf/frame.ts';
import { readAgent } from '../zaf/read-agent.ts';
import { useColorScheme } from '../zaf/useColorScheme.ts';
import { ClientProvider, useSession } from './api/ClientContext.tsx';
import type { Client } from './api/client.ts';
import { Pages } from './Pages.tsx';
import { VisitorPage } from './pages/connection/VisitorPage.tsx';
import { RoutingProvider, useUnsavedRouting } from './pages/routing/RoutingDraft.tsx';
import { SaidProvider } from './parts/Said.tsx';
import { useGuard } from './parts/useGuard.ts';
import { SettingsProvider, useUnsavedSettings } from './settings.tsx';

/** `client` null: the backend knows of nobody who has this page open. */
type Props = { client: Client | null; connection: Promise<ZendeskFrame | null> };

/** The page in Zendesk's navigation bar. */
export function Overview({ client, connection }: Props) {
  const { frame, locale } = useZendesk(connection);
  return (
    <PageWordsProvider locale={locale}>
      <Look scheme={useColorScheme(frame)}>
        {client ? (
          <ClientProvider client={client}>
            <SaidProvider>
              <Inside />
            </SaidProvider>
          </ClientProvider>
        ) : (
          <Only title="state.outside" text="state.outsideText" />
        )}
      </Look>
    </PageWordsProvider>
  );
}

function Inside() {
  const { role, isOver } = useSession();
  if (isOver && role !== 'admin') return <Only title="state.over" text="state.overText" />;
  if (role === 'visitor') return <VisitorPage />;
  if (role === 'agent') return <Only title="state.agent" text="state.agentText" />;
  return (
    <SettingsProvider>
      <RoutingProvider>{isOver ? <Over /> : <Pages />}</RoutingProvider>
    </SettingsProvider>
  );
}

/** What was being edited cannot be saved any more, and need not be typed again from memory. */
function Over() {
  const { t } = usePageWords();
  const unsaved = { ...useUnsavedSettings(), ...useUnsavedRouting() };
  const isDirty = Object.keys(unsaved).length > 0;
  useGuard(isDirty);
  return (
    <Only title="state.over" text="state.overText">
      {isDirty && (
        <section aria-label={t('save.setAsideText')} style={{ maxWidth: '100%', textAlign: 'start' }}>
          <p>{t('save.setAsideText')}</p>
          <Code as="pre" tabIndex={0} style={{ overflow: 'auto', maxHeight: 360 }}>
            {JSON.stringify(unsaved, null, 2)}
          </Code>
        </section>
      )}
    </Only>
  );
}

type State = 'outside' | 'over' | 'agent';

type OnlyProps = { title: `state.${State}`; text: `state.${State}Text`; children?: ReactNode };

function Only({ title, text, children }: OnlyProps) {
  const { t } = usePageWords();
  return (
    <main>
      <h1 style={{ position: 'absolute', clipPath: 'inset(50%)', margin: 0 }}>{t('title')}</h1>
      <Blank icon={title === 'state.agent' ? 'lock' : 'plug'} title={t(title)} text={t(text)}>
        {children}
      </Blank>
    </main>
  );
}

/** Zendesk tells language and colours; the page stands without waiting for them. */
function useZendesk(connection: Promise<ZendeskFrame | null>): { frame: ZendeskFrame | null; locale: string } {
  const [zendesk, setZendesk] = useState<{ frame: ZendeskFrame | null; locale: string }>({
    frame: null,
    locale: navigator.language,
  });
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
