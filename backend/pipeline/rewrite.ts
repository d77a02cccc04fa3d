import type { RewriteRequest } from '../contract/rewrite.ts';
import type { Draft, DraftPart } from '../contract/triage.ts';
import type { Engine, RawRewritten } from '../ports/engine.ts';
import { restore, type Vault } from '../ports/masker.ts';
import type { SpendOutcome, Store, StoredTriage, UsageEntry } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { RewriteChecked, RewriteToCheck } from './check-draft/check-rewrite.ts';
import { toText } from './compose-reply.ts';
import { costOf } from './cost.ts';
import { climb } from './ladder.ts';
import { detect } from './read-ticket.ts';
import { citeGiven } from './rewrite/cite-given.ts';
import type { DraftToMask, MaskedDraft } from './rewrite/mask-given.ts';
import { modelOf } from './run-stages.ts';

/** Reads an agent's draft where no text can hold the process. Null for what had to be ended. */
export type DraftReader = {
  maskGiven(draft: DraftToMask): Promise<MaskedDraft | null>;
  checkRewrite(rewrite: RewriteToCheck): Promise<RewriteChecked | null>;
};

export type RewriteParts = { reader: DraftReader; store: Pick<Store, 'spendRewrite' | 'bookUsage'> };

export type NoRewrite = 'too_long' | 'too_many' | 'budget_used_up' | 'model_unavailable' | 'says_more' | 'leaves_out';
export type Rewritten = { ok: true; draft: Draft } | { ok: false; reason: NoRewrite };

/** Answered before the sidebar gives up. */
const ASKING_MS = 18_000;
const MOST_PARTS = 80;
const LONGEST = 8000;
const MOST_SOURCES = 10;

export const canRewrite = ({ engines }: Pick<Tenant, 'engines'>): boolean =>
  engines.some(({ rewrite }) => rewrite !== undefined);

const not = (reason: NoRewrite): Rewritten => ({ ok: false, reason });

/** Asks the engines that can; each call counts against the rewrites of the triage and the budget of the month. */
async function askEngines(
  input: Parameters<NonNullable<Engine['rewrite']>>[0],
  { id, tenant, store }: { id: string; tenant: Tenant } & Pick<RewriteParts, 'store'>,
) {
  let spent: SpendOutcome = 'spent';
  const bills: UsageEntry[] = [];
  const climbing = {
    engines: tenant.engines.filter(({ rewrite }) => rewrite !== undefined),
    signal: AbortSignal.timeout(ASKING_MS),
    spend: async () => {
      spent = await store.spendRewrite(tenant.id, id, tenant.monthlyBudgetUsd && tenant.monthlyBudgetUsd * 1_000_000);
      return spent;
    },
    note: (usage: UsageEntry['usage'], engine: Engine) =>
      void bills.push({ purpose: 'draft', usage, microUsd: costOf(usage, modelOf(engine), tenant.prices) }),
  };
  const { step } = await climb(
    climbing,
    async (engine, signal) => (await engine.rewrite?.(input, signal)) ?? { ok: false, reason: 'cannot' },
  );
  for (const bill of bills) await store.bookUsage(tenant.id, id, bill).catch(() => {});
  return { step, spent };
}

const REFUSED: Record<SpendOutcome, NoRewrite> = {
  spent: 'model_unavailable',
  calls_used_up: 'too_many',
  budget_used_up: 'budget_used_up',
};

/** With what the sentences that each stems from rest on. */
function toParts(
  sentences: readonly RawRewritten[],
  checked: RewriteChecked['sentences'],
  cited: ReturnType<typeof citeGiven>,
): DraftPart[] {
  return checked.map(({ text, struck }, index) => {
    const stems = sentences[index]?.from.flatMap((place) => cited[place - 1] ?? []) ?? [];
    const source = stems.find(({ sourceId }) => sourceId !== null);
    return { text, sourceId: source?.sourceId ?? null, quote: source?.quote ?? null, struck };
  });
}

function toDraft(parts: DraftPart[], vault: Vault): Pick<Draft, 'text' | 'parts' | 'sourceIds'> | null {
  const own = parts.map((part) => ({ ...part, text: restore(part.text, vault).slice(0, 2000) }));
  const text = restore(toText(parts), vault);
  const sourceIds = [...new Set(own.flatMap(({ sourceId, struck }) => (sourceId && !struck ? [sourceId] : [])))];
  return text === '' || text.length > LONGEST
    ? null
    : { text, parts: own, sourceIds: sourceIds.slice(0, MOST_SOURCES) };
}

/** The parts that a sentence may have its source from: the triage's own, and those of an earlier rewrite that cite the same sources. */
function citable(draft: Draft, earlier: readonly DraftPart[]): DraftPart[] {
  const known = new Set(draft.parts.map(({ sourceId }) => sourceId));
  return [...draft.parts, ...earlier.filter(({ sourceId }) => known.has(sourceId))];
}

/**
 * Puts an agent's draft in other words. A model sees it masked; what it brings in that was not there is struck, and a
 * translation that leaves out a number, link or placeholder is refused. `draft`: that of the triage, as it is presented.
 */
export async function rewrite(
  { stored, draft, asked }: { stored: StoredTriage; draft: Draft; asked: RewriteRequest },
  tenant: Tenant,
  { reader, store }: RewriteParts,
): Promise<Rewritten> {
  const policy = tenant.masking;
  const found = await detect(asked.text, draft.language, tenant);
  const given = await reader.maskGiven({ text: asked.text, vault: stored.vault, policy, found });
  if (!given || given.sentences.length > MOST_PARTS) return not('too_long');
  const { sentences, vault } = given;
  const givenLanguage = given.language === 'und' ? draft.language : given.language;
  const language = asked.language ?? givenLanguage;
  const input = { how: asked.how, language, sentences };
  const { step, spent } = await askEngines(input, { id: stored.triage.id, tenant, store });
  if (!step) return not(REFUSED[spent]);
  const written = step.value.sentences;
  const { products } = tenant.reply;
  const toCheck = { given: sentences, givenLanguage, sentences: written, language, products, vault, policy };
  const checked = await reader.checkRewrite(toCheck);
  if (!checked) return not('says_more');
  if (asked.how === 'translate' && !checked.whole) return not('leaves_out');
  const own = sentences.map((sentence) => restore(sentence, vault));
  const parts = toParts(written, checked.sentences, citeGiven(own, citable(draft, asked.parts)));
  const made = toDraft(parts, vault);
  if (!made) return not('says_more');
  return { ok: true, draft: { kind: draft.kind, language, decidedBy: step.engine.name, ...made } };
}
