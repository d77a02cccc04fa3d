import { useCallback } from 'react';
import type { ConnectionView } from '../../../../backend/contract/connection.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useRead } from '../../api/useResource.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useSay } from '../../parts/Said.tsx';
import { Account } from './Account.tsx';
import { Checks } from './Checks.tsx';
import { ConnectPanel } from './ConnectPanel.tsx';

export function ConnectionPage() {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const connection = useRead('readConnection', {});
  const { replace } = connection;
  const isConnected = useCallback(async () => {
    const view = await client.call('readConnection', {});
    if (view.state !== 'connected' || isToBeAllowed(view)) return false;
    replace(view);
    say(t('connect.done'));
    return true;
  }, [client, replace, say, t]);
  return (
    <Loaded resource={connection}>
      {(view) => (
        <>
          {(view.state !== 'connected' || isToBeAllowed(view)) && view.kind === 'oauth' && (
            <ConnectPanel isAgain={view.state !== 'new'} isConnected={isConnected} />
          )}
          {view.state === 'connected' && <Checks view={view} resource={connection} />}
          <Account view={view} resource={connection} />
        </>
      )}
    </Loaded>
  );
}

/** Whether only allowing us again mends it, such as after the access was revoked. */
const isToBeAllowed = ({ checks }: ConnectionView) =>
  checks.some(({ state, remedy }) => state === 'broken' && remedy === 'connect');
