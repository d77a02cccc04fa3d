import type { ReactNode } from 'react';

/** Tells of a button's key, in its tooltip and to assistive technology; the keys themselves are read by useShortcuts. */
export const pressedBy = (key: string | undefined, label: ReactNode) =>
  key && { 'aria-keyshortcuts': key, title: `${label} (${key.toUpperCase()})` };
