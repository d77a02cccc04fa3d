import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connect } from './zaf/connect.ts';

const connection = connect(new URL(window.location.href));
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App connection={connection} />
    </StrictMode>,
  );
