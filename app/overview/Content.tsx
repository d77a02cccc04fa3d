import { Suspense } from 'react';
import type { Page } from './page.ts';
import { Caught } from './parts/Caught.tsx';
import { Waiting } from './parts/Loaded.tsx';

/** What a page shows, or that it is on its way, or that it broke. */
export const Content = ({ page: { Body } }: { page: Page }) => (
  <Caught>
    <Suspense fallback={<Waiting />}>
      <Body />
    </Suspense>
  </Caught>
);
