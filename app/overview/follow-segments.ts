import { placeIn } from './parts/link-path.ts';
import { landAt } from './parts/usePlace.ts';
import { PAGE_IDS } from './registry.ts';

/** Goes where a link to this page leads. The address bar has an entry for it already, so ours gets none. */
export function followSegments(segments: string): void {
  const place = placeIn(segments, PAGE_IDS);
  if (place) landAt(place.page, place.query);
}
