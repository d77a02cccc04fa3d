import type { MaskedText } from '../../ports/engine.ts';
import type { Found, Masker, MaskHints, MaskingPolicy, Vault } from '../../ports/masker.ts';
import { identifyLanguage } from '../preprocess/detect-language.ts';
import { toStorable } from '../preprocess/to-storable.ts';
import { splitDraft } from './split-draft.ts';

/** An agent's draft with this ticket's own values in it. `found`: what another detector found there. */
export type DraftToMask = { text: string; vault: Vault; policy: MaskingPolicy; found: readonly Found[] };

export type MaskedDraft = {
  sentences: MaskedText[];
  /** The ticket's, and what the agent has typed beside: for this one rewrite. */
  vault: Vault;
  /** `und` when there is too little to tell. */
  language: string;
};

/** The ticket's own names stand in a draft without a word that gives them away. */
function hintsOf({ vault, policy, found }: DraftToMask): MaskHints {
  const valuesOf = (kind: 'NAME' | 'ORG') =>
    Object.entries(vault).flatMap(([placeholder, value]) => (placeholder.startsWith(`[${kind}_`) ? [value] : []));
  const emails = Object.entries(vault).filter(([placeholder]) => placeholder.startsWith('[EMAIL_'));
  return {
    people: valuesOf('NAME').map((name) => ({ id: '', name, email: null })),
    organisations: valuesOf('ORG'),
    found: [...emails.map(([, value]) => ({ kind: 'EMAIL' as const, value })), ...found],
    policy,
  };
}

/** What of an agent's draft a model may see: the ticket's values are its placeholders again, and so is what was typed beside. */
export function maskGiven(draft: DraftToMask, masker: Masker): MaskedDraft {
  const { text, vault } = draft;
  const hints = hintsOf(draft);
  const plain = toStorable(text);
  // What the text gives away once is masked wherever it stands, so it is read twice.
  const known = masker.mask(plain, hints, vault).vault;
  const masked = masker.mask(plain, hints, known);
  return {
    sentences: splitDraft(masked.text) as MaskedText[],
    vault: masked.vault,
    language: identifyLanguage(masked.text).main,
  };
}
