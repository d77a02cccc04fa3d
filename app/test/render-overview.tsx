import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clientOver } from '../overview/api/client.ts';
import { Overview } from '../overview/Overview.tsx';
import { aSession, FakeBackend } from './fake-backend.ts';

type Options = { at?: string; backend?: (backend: FakeBackend) => void };

/** The admin's whole page in front of a backend. */
export function renderOverview({ at = '', backend: prepare = () => {} }: Options = {}) {
  const backend = new FakeBackend();
  prepare(backend);
  window.location.hash = at && `#/${at}`;
  const client = clientOver(aSession(backend.role, backend.token ?? 'first'), { fetch: backend.fetch, now: Date.now });
  const view = render(<Overview client={client} connection={Promise.resolve(null)} />);
  return { backend, client, user: userEvent.setup(), ...view };
}
