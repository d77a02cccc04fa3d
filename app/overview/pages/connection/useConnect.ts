import { useEffect, useState } from 'react';
import { useClient } from '../../api/ClientContext.tsx';
import { type Action, useAction } from '../../api/useAction.ts';

const WINDOW = 'popup,width=720,height=820';
const ASK_EVERY_MS = 2_000;

/** Opens Zendesk's question whether we may, and asks until the answer is here. `isConnected` says whether it is. */
export function useConnect(
  isConnected: () => Promise<boolean>,
): Action<[]> & { url: string | null; isBlocked: boolean } {
  const client = useClient();
  const [opened, setOpened] = useState<{ url: string; isBlocked: boolean } | null>(null);
  const start = useAction(async () => {
    // Only what opens within the click itself is no popup to be blocked; where to is known a moment later.
    const popup = window.open('', 'triage-connect', WINDOW);
    try {
      const { url } = await client.call('startAuthorization', {});
      if (popup) {
        popup.location.href = url;
        // Not before: from a sandboxed frame only the window's opener may lead it somewhere.
        popup.opener = null;
      }
      setOpened({ url, isBlocked: popup === null });
    } catch (failure) {
      popup?.close();
      throw failure;
    }
  });
  useEffect(() => {
    if (!opened) return;
    let alarm: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const done = await isConnected().catch(() => false);
      if (done) setOpened(null);
      else alarm = setTimeout(ask, ASK_EVERY_MS);
    };
    alarm = setTimeout(ask, ASK_EVERY_MS);
    return () => clearTimeout(alarm);
  }, [opened, isConnected]);
  return { ...start, url: opened?.url ?? null, isBlocked: opened?.isBlocked ?? false };
}
