import { useCallback, useEffect } from 'react';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { PageTitle, Stack } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { land } from '../../parts/usePlace.ts';
import { ConnectPanel } from './ConnectPanel.tsx';

/** Before anybody has connected the account, nobody's role is known: the one thing to do is to connect it. */
export function VisitorPage() {
  const { t } = usePageWords();
  const client = useClient();
  const isConnected = useCallback(async () => (await client.renew()).role !== 'visitor', [client]);
  // Whoever has connected wants to see next whether everything works.
  useEffect(() => land('connection'), []);
  return (
    <Stack as="main" style={{ maxWidth: 640, margin: '0 auto', padding: '48px 24px', gap: 24 }}>
      <PageTitle title={t('connect.welcome')} text={t('connect.welcomeText')} />
      <ConnectPanel isAgain={false} isConnected={isConnected} />
    </Stack>
  );
}
