import { useState } from 'react';

/** A walk through pages that only know what comes next: the way back is remembered here. */
export function useCursor<C>() {
  const [trail, setTrail] = useState<readonly C[]>([]);
  return {
    /** Undefined on the first page. */
    current: trail.at(-1),
    /** For a Pager. */
    onNewer: trail.length > 0 ? () => setTrail(trail.slice(0, -1)) : null,
    onOlder: (next: C | null) => (next === null ? null : () => setTrail([...trail, next])),
  };
}
