import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clientOver } from '../overview/api/client.ts';
import { Overview } from '../overview/Overview.tsx';
import type { NavBarFrame } from '../zaf/nav-bar.ts';
import { aSession, FakeBackend } from './fake-backend.ts';

type Options = { at?: string; backend?: (backend: FakeBackend) => void; frame?: NavBarFrame | null };

/** The admin's whole page in front of a backend; outside Zendesk unless there is a `frame`. */
export function renderOverview({ at = '', backend: prepare = () => {}, frame = null }: Options = {}) {
  const backend = new FakeBackend();
  prepare(backend);
  window.location.hash = at && `#/${at}`;
  const client = clientOver(aSession(backend.role, backend.token ?? 'first'), { fetch: backend.fetch, now: Date.now });
  const view = render(<Overview client={client} connection={Promise.resolve(frame)} />);
  return { backend, client, user: userEvent.setup(), ...view };
}
