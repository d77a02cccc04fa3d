import { useMemo, useState } from 'react';
import type { Source } from '../../backend/contract/triage.ts';

/** What the agent points at, by mouse, touch or keyboard: a sentence of the draft with its source, or a source with all of its sentences. */
export type Pointed = { sourceId: string; quote: string | null };

export type Pointing = {
  pointed: Pointed | null;
  point: (at: Pointed | null) => void;
  /** The number that a source goes by, from 1; null when it is not shown. */
  numberOf: (sourceId: string) => number | null;
  titleOf: (sourceId: string) => string;
};

export function usePointing(sources: readonly Source[] | null): Pointing {
  const [pointed, point] = useState<Pointed | null>(null);
  return useMemo(() => {
    const shown = sources ?? [];
    const numberOf = (id: string) => shown.findIndex((source) => source.id === id) + 1 || null;
    const titleOf = (id: string) => shown.find((source) => source.id === id)?.title ?? '';
    // What was pointed at may be gone with the triage that it belonged to.
    const there = pointed && numberOf(pointed.sourceId) !== null ? pointed : null;
    return { pointed: there, point, numberOf, titleOf };
  }, [pointed, sources]);
}
