import type { Draft } from '../../backend/contract/triage.ts';
import { readSampleSeed } from '../../sandbox/zendesk/seed.ts';
import { openAccount } from '../account/open-account.ts';
import { triageTickets } from '../account/triage-tickets.ts';

/** What an engine's own drafts on the sandbox's tickets come to: how much of them the product strikes. */
async function measureEngine(withModel: boolean) {
  const { tickets } = await readSampleSeed();
  const account = await openAccount(tickets, withModel);
  try {
    const triages = await triageTickets(tickets.length, account);
    const drafts = [...triages.values()].flatMap(({ triage }) => triage.draft ?? []);
    return summarise(drafts.filter(({ decidedBy }) => decidedBy === (withModel ? 'openai' : 'builtin')));
  } finally {
    await account.close();
  }
}

function summarise(drafts: readonly Draft[]) {
  const said = drafts.flatMap(({ parts }) => parts);
  const struck = said.filter((part) => part.struck !== null);
  return {
    drafts: drafts.length,
    replies: drafts.filter(({ kind }) => kind === 'reply').length,
    sentences: said.length,
    sourced: said.filter(({ sourceId }) => sourceId !== null).length,
    struck: struck.length,
    draftsWithStruck: drafts.filter(({ parts }) => parts.some((part) => part.struck !== null)).length,
    reasons: Object.fromEntries([...Map.groupBy(struck, (part) => part.struck)].map(([why, own]) => [why, own.length])),
  };
}

/** Both engines on the same tickets; the model is the sandbox's, which answers honestly. */
export const measureOwnDrafts = async () => ({
  builtin: await measureEngine(false),
  model: await measureEngine(true),
});
