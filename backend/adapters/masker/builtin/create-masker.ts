import { KINDS } from '../../../contract/masking.ts';
import type { Found, Masker, Vault } from '../../../ports/masker.ts';
import { findPersonalData } from './find-personal-data.ts';
import { normalise } from './normalise.ts';
import { replaceSpans } from './replace-spans.ts';

/** A masker that needs nothing but its own rules. `regions` stand in where a call's policy names none. */
export const createMasker = ({ regions = [] }: { regions?: readonly string[] } = {}): Masker => ({
  mask(text, hints, vault = {}) {
    const normal = normalise(text);
    const spans = findPersonalData(normal, hints, hints.policy?.regions ?? regions, valuesOf(vault));
    return replaceSpans(normal, spans, vault);
  },
});

const valuesOf = (vault: Vault): Found[] =>
  Object.entries(vault).flatMap(([placeholder, value]) => {
    const kind = KINDS.find((one) => placeholder.startsWith(`[${one}_`));
    return kind ? [{ kind, value }] : [];
  });
