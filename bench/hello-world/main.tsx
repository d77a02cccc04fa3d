import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import sdk from 'zendesk_app_framework_sdk';

type Client = {
  get(path: string): Promise<Record<string, unknown>>;
  invoke(name: string, size: { width: string; height: string }): Promise<unknown>;
};

const client = (sdk as { init(): Client }).init();

/** What Zendesk's scaffold makes an app of: Garden around one thing that is read of the ticket. */
function Hello() {
  const [status, setStatus] = useState<string | null>(null);
  useEffect(() => {
    void client.get('ticket.status').then((values) => setStatus(String(values['ticket.status'])));
    void client.invoke('resize', { width: '100%', height: '160px' });
  }, []);
  if (status === null) return <p>Loading</p>;
  return (
    <>
      <Tag>
        <span>{status}</span>
      </Tag>
      <p>Hello from a ticket</p>
      <Button>Hello, Zendesk</Button>
    </>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <ThemeProvider theme={DEFAULT_THEME}>
      <Hello />
    </ThemeProvider>,
  );
