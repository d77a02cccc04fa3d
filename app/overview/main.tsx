import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectNavBar } from '../zaf/nav-bar.ts';
import { clientOver } from './api/client.ts';
import { readSession } from './api/read-session.ts';
import { followSegments } from './follow-segments.ts';
import { Overview } from './Overview.tsx';

const session = readSession(document);
const client = session && clientOver(session, { fetch: (...call) => fetch(...call), now: Date.now });
const connection = connectNavBar(new URL(window.location.href), followSegments).catch(() => null);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Overview client={client} connection={connection} />
    </StrictMode>,
  );
