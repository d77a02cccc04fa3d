import type { Masker } from '../../../ports/masker.ts';
import { findPersonalData } from './find-personal-data.ts';
import { normalise } from './normalise.ts';
import { replaceSpans } from './replace-spans.ts';

/** A masker that needs nothing but its own rules. `regions` stand in where a call's policy names none. */
export const createMasker = ({ regions = [] }: { regions?: readonly string[] } = {}): Masker => ({
  mask(text, hints, vault = {}) {
    const normal = normalise(text);
    return replaceSpans(normal, findPersonalData(normal, hints, hints.policy?.regions ?? regions), vault);
  },
});
