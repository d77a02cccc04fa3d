import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type Place, settle } from './App.tsx';
import type { Frame } from './zaf/frame.ts';

/** How long the skeleton of index.html may stand in for ours: what comes within it is rendered once instead of step by step. */
const PATIENCE_MS = 600;

export async function mount(connection: Promise<Frame | null>): Promise<void> {
  const known = await Promise.race([arrive(connection), pause(PATIENCE_MS)]);
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App connection={connection} {...(known && { known })} />
      </StrictMode>,
    );
}

async function arrive(connection: Promise<Frame | null>): Promise<Place> {
  const place = await settle(connection);
  if (place.state === 'inside') await place.backend?.opening?.whole;
  return place;
}

const pause = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null));
