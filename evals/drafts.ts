import type { Draft } from '../backend/contract/triage.ts';
import type { Reader } from '../backend/pipeline/reader.ts';
import { createReader } from '../backend/reader/create-reader.ts';
import { checkComposed } from './drafts/check-composed.ts';
import { type Composed, composeDrafts, type Sentence } from './drafts/compose-drafts.ts';
import { measureOwnDrafts } from './drafts/own-drafts.ts';
import { CLEAN_KINDS, PLANTED_KINDS, type PlantedKind } from './drafts/scenario.ts';
import { SCENARIOS } from './drafts/scenarios.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { createRandom, shuffle } from './random.ts';

/** What a customer would hold the company to. */
const BINDING: readonly PlantedKind[] = ['number', 'amount', 'date', 'deadline', 'url', 'promise'];
const SHOWN = 200;

type Judged = Sentence & { language: string; struck: boolean; reason: string | null };

/** Of drafts with planted fabrications, how many of those are struck, and how many of the sentences that hold. */
export async function measureDrafts({ seed, limit }: Pick<Options, 'seed' | 'limit'>) {
  const reader = await createReader(() => {});
  const judged = await judgePlanted({ seed, limit }, reader).finally(reader.close);
  // Only of a whole run: both engines on all of the sandbox's tickets take half a minute each.
  return Number.isFinite(limit) ? judged : { ...judged, engines: await measureOwnDrafts() };
}

/** `reader`: whose checking is measured. */
export async function judgePlanted(
  { seed, limit }: Pick<Options, 'seed' | 'limit'>,
  reader: Pick<Reader, 'checkDraft' | 'maskPassage'>,
) {
  const random = createRandom(seed);
  const drafts = shuffle(
    SCENARIOS.flatMap((told) => composeDrafts(told, random)),
    random,
  ).slice(0, limit);
  const progress = createProgress('drafts', drafts.length);
  const judged: Judged[] = [];
  for (const [index, composed] of drafts.entries()) {
    judged.push(...judge(composed, await checkComposed(composed, reader)));
    progress(index + 1);
  }
  return { n: drafts.length, ...summarise(judged) };
}

/** A sentence that the draft does not show at all counts as struck: the agent cannot send it. */
function judge({ language, sentences }: Composed, draft: Draft | null): Judged[] {
  return sentences.map((sentence) => {
    const part = draft?.parts.find(({ text }) => text.trim() === sentence.text);
    const struck = !part || part.struck !== null;
    return { ...sentence, language, struck, reason: part ? part.struck : 'left out' };
  });
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const struckShare = (judged: readonly Judged[]): number =>
  share(judged.filter(({ struck }) => struck).length, judged.length);
/** Each sentence once. */
const listed = (judged: readonly Judged[]): Record<string, { kind: string; language: string; reason: string | null }> =>
  Object.fromEntries(
    judged
      .map(({ text, kind, language, reason }) => [text, { kind, language, reason }] as const)
      .sort(([a], [b]) => a.localeCompare(b))
      .slice(0, SHOWN),
  );

function summarise(judged: readonly Judged[]) {
  const planted = judged.filter((one) => one.planted);
  const clean = judged.filter((one) => !one.planted);
  const binding = planted.filter(({ kind }) => BINDING.some((known) => known === kind));
  const inLanguage = (language: string) => ({
    planted: planted.filter((one) => one.language === language).length,
    caught: struckShare(planted.filter((one) => one.language === language)),
    struckClean: struckShare(clean.filter((one) => one.language === language)),
  });
  const ofKind = (kind: string) => planted.filter((one) => one.kind === kind);
  const cleanOfKind = (kind: string) => clean.filter((one) => one.kind === kind);
  return {
    planted: planted.length,
    caught: struckShare(planted),
    caughtBinding: struckShare(binding),
    clean: clean.length,
    struckClean: struckShare(clean),
    byKind: Object.fromEntries(
      PLANTED_KINDS.map((kind) => [kind, { n: ofKind(kind).length, caught: struckShare(ofKind(kind)) }]),
    ),
    cleanByKind: Object.fromEntries(
      CLEAN_KINDS.map((kind) => [kind, { n: cleanOfKind(kind).length, struck: struckShare(cleanOfKind(kind)) }]),
    ),
    byLanguage: Object.fromEntries(
      [...new Set(judged.map(({ language }) => language))].sort().map((language) => [language, inLanguage(language)]),
    ),
    missed: listed(planted.filter(({ struck }) => !struck)),
    struckWrongly: listed(clean.filter(({ struck }) => struck)),
  };
}
