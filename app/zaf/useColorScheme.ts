import { useEffect, useState } from 'react';
import type { Frame } from './frame.ts';

export type ColorScheme = 'light' | 'dark';

/** First from the iframe's URL, so that the first paint is right; then as Zendesk says. */
export function useColorScheme(frame: Frame | null, search: string = window.location.search): ColorScheme {
  const [scheme, setScheme] = useState(() => known(new URLSearchParams(search).get('colorScheme')));
  useEffect(() => {
    if (!frame) return;
    frame.read(['colorScheme']).then(
      ({ colorScheme }) => colorScheme && setScheme(known(colorScheme)),
      () => null,
    );
    return frame.on(['colorScheme.changed'], (scheme) => setScheme(known(scheme)));
  }, [frame]);
  return scheme;
}

const known = (value: unknown): ColorScheme => (value === 'dark' ? 'dark' : 'light');
