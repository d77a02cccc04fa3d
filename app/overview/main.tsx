import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from '../zaf/connect.ts';
import { clientOver } from './api/client.ts';
import { readSession } from './api/read-session.ts';
import { Overview } from './Overview.tsx';

const session = readSession(document);
const client = session && clientOver(session, { fetch: (...call) => fetch(...call), now: Date.now });
const connection = connect(new URL(window.location.href)).catch(() => null);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Overview client={client} connection={connection} />
    </StrictMode>,
  );
