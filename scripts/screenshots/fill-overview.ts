import { join } from 'node:path';
import { createStore } from '../../backend/adapters/store/postgres/create-store.ts';
import { migrate } from '../../backend/adapters/store/postgres/migrate.ts';
import { openPglite } from '../../backend/adapters/store/postgres/open-pglite.ts';
import type { Triage } from '../../backend/contract/triage.ts';
import { readDataKey } from '../../backend/data-key.ts';
import { openHistory } from '../../backend/test/overview-history.ts';
import { createDice } from '../../e2e/dice.ts';

const DAYS = 60;
const TICKETS = 700;
/** Apart from those that the sandbox has. */
const FIRST_ID = 500_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What there is of each, out of twenty. */
const CATEGORIES = { billing: 7, technical: 6, account: 4, feature_request: 2, general: 1 };
const LANGUAGES = { en: 11, de: 4, fr: 2, es: 2, ja: 1 };
const ENGINES = { openai: 15, builtin: 5 } as const;
const URGENCIES = { P3: 11, P2: 5, P4: 3, P1: 1 } as const;

/** Two months of an account's tickets, each solved, as agents submitted them: before its backend starts. */
export async function fillOverview(dataDir: string, tenantId: string): Promise<void> {
  const database = await openPglite(join(dataDir, 'postgres'));
  await migrate(database);
  const store = createStore(database, readDataKey(undefined, dataDir));
  const history = openHistory({ store, database }, tenantId);
  const dice = createDice(8);
  const pick = <Name extends string>(of: Record<Name, number>): Name => {
    const each = (Object.keys(of) as Name[]).flatMap((name) => Array.from({ length: of[name] }, () => name));
    return each[Math.floor(dice() * each.length)] as Name;
  };
  for (let n = 0; n < TICKETS; n += 1) {
    const ticketId = String(FIRST_ID + n);
    const at = new Date(Date.now() - dice() ** 1.2 * DAYS * DAY_MS);
    const confidence = 1 - dice() ** 2 * 0.7;
    const category = pick(CATEGORIES);
    const isRight = dice() < confidence;
    const language = pick(LANGUAGES);
    const decidedBy = pick(ENGINES);
    await history.triage(ticketId, {
      at,
      promptVersion: decidedBy === 'openai' ? 'p-2026-10' : null,
      over: { category, decidedBy, urgency: pick(URGENCIES), confidence, needsReview: confidence < 0.5 },
      body: { language, sla: slaOf(at, dice() * 9), draft: draftIn(language) },
    });
    const reply = dice() < 0.8 ? (dice() < 0.6 ? DRAFT : `${DRAFT} It will be there by Friday, as I see here.`) : null;
    const final = { category: isRight ? category : pick(CATEGORIES), urgency: pick(URGENCIES) };
    await history.submit(ticketId, { at: new Date(at.getTime() + HOUR_MS).toISOString(), reply, final });
    await history.stand(ticketId, 'solved', null);
  }
  while ((await store.foldChanges(tenantId, { limit: 1_000, timeZone: 'UTC' })) > 0);
  await database.close();
}

const DRAFT = 'Hello, thank you for getting in touch. The second payment goes back to your card within three days.';

const draftIn = (language: string): Triage['draft'] => ({
  ...{ kind: 'reply', text: DRAFT, language, parts: [], sourceIds: [], decidedBy: 'openai' },
});

function slaOf(at: Date, hours: number): Triage['sla'] {
  const after = (passed: number) => new Date(at.getTime() + passed * HOUR_MS).toISOString();
  return { firstReply: { hours: 6, dueAt: after(6), pausedSince: null, metAt: after(hours) }, resolution: null };
}
