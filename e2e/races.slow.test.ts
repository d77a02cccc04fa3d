import { afterEach, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import { EDITS, signInAgent } from './agent.ts';
import { createDice } from './dice.ts';
import { findLostEdits } from './lost-edits.ts';
import { NO_LIMITS, WORDS } from './many-tickets.ts';
import { prepareStack, type Stack } from './stack.ts';

const TICKETS = 60;
const COMMENTED = 20;
/** A write comes 2.1 s after a ticket's last change: edits up to here fall before, into and after it. */
const EDITS_WITHIN_MS = 4_500;
/** Time between our reading a ticket and the write taking effect: room for an edit in between. */
const SLOW_WRITE_MS = 600;
const EDITS_PER_ROUND = 3;
const CALLS_PER_TRIAGE = 2;
const SEED_TAGS = ['vip', 'old_customer'];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("an agent's edits that race the write-back in mode auto", () => {
  let stack: Stack;
  let model: OpenAi;
  afterEach(async () => {
    await stack.close();
    await model.close();
  });

  const ownAudits = (id: number) =>
    stack.zendesk.readTicket(id).audits.filter(({ author_id }) => author_id === stack.zendesk.ownUserId);
  const chats = () => model.calls.filter(({ endpoint }) => endpoint.includes('chat'));

  it('all stand in the end, and our own updates cause neither model calls nor notes', async () => {
    model = await startOpenAi({ latencyMs: { classify: 50, draft: 100 } });
    stack = await prepareStack({
      zendesk: { seed: { tickets: [], solved: [], articles: [] }, limits: NO_LIMITS },
      environment: { MODE: 'auto', WORKERS: '32', OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: model.url },
    });
    await stack.startBackend();
    const { zendesk } = stack;
    zendesk.faults.add({ match: { method: 'PUT' }, kind: 'slow', delayMs: SLOW_WRITE_MS, probability: 0.7 });
    const edit = await signInAgent(zendesk);
    const roll = createDice(7);
    const editAtRandom = async (id: number) => {
      await pause(roll() * EDITS_WITHIN_MS);
      await edit(id, EDITS[Math.floor(roll() * EDITS.length)] ?? 'priority', roll);
    };
    const race = (id: number) => Promise.all(Array.from({ length: EDITS_PER_ROUND }, () => editAtRandom(id)));
    const written = (ids: number[], times: number) =>
      expect
        .poll(() => ids.filter((id) => ownAudits(id).length < times), { timeout: 90_000, interval: 250 })
        .toEqual([]);

    const tickets = Array.from({ length: TICKETS }, (_, index) => {
      const [subject, text] = WORDS[index % WORDS.length] ?? ['', ''];
      return zendesk.createTicket({ subject, text: `${text} (${index})`, tags: SEED_TAGS }).id;
    });
    await Promise.all(tickets.map(race));
    await written(tickets, 1);
    const commented = tickets.slice(0, COMMENTED);
    for (const id of commented) zendesk.comment(id, { text: 'This is urgent now: nobody can log in, error 500.' });
    await Promise.all(commented.map(race));
    await written(commented, 2);
    await zendesk.settled();
    const echoes = zendesk.deliveries.filter(({ event }) => event.detail.actor_id === String(zendesk.ownUserId));
    await expect.poll(() => echoes.every(({ state }) => state === 'delivered')).toBe(true);
    // A new ticket's write comes after every job that an echo could have caused.
    const last = zendesk.createTicket({ subject: 'Invoices', text: 'Where do I find my invoices?' }).id;
    await written([last], 1);

    const lost = tickets.flatMap((id) => findLostEdits(zendesk.readTicket(id), zendesk.ownUserId, SEED_TAGS));
    const audits = tickets.flatMap((id) => zendesk.readTicket(id).audits.map((audit) => ({ id, audit })));
    const humanEdits = audits.filter(({ audit }) => audit.author_id !== zendesk.ownUserId).length - TICKETS - COMMENTED;
    const raised = audits.filter(
      ({ audit }) =>
        audit.author_id === zendesk.ownUserId &&
        audit.events.some((event) => 'field_name' in event && ['priority', 'group_id'].includes(event.field_name)),
    );
    const writes = tickets.map((id) => ownAudits(id).length);
    process.stdout.write(
      `${humanEdits} human edits raced ${writes.reduce((sum, each) => sum + each, 0)} writes (${raised.length} with group or priority): ${lost.length} lost; ${echoes.length} echoes, ${chats().length} model calls\n`,
    );
    const historyOf = (id: number) =>
      zendesk
        .readTicket(id)
        .audits.map(({ author_id, events }) => [
          author_id === zendesk.ownUserId ? 'we' : 'they',
          ...events.flatMap((event) => ('field_name' in event ? [{ [event.field_name]: event.value }] : [])),
        ]);
    const histories = tickets.filter((id) => lost.some((edit) => edit.startsWith(`${id}:`))).map(historyOf);
    expect(lost, JSON.stringify(histories)).toEqual([]);
    expect(raised.length).toBeGreaterThan(0);
    expect(echoes.length).toBeGreaterThanOrEqual(TICKETS + COMMENTED);
    expect(writes).toEqual(tickets.map((_, index) => (index < COMMENTED ? 2 : 1)));
    expect(chats()).toHaveLength(CALLS_PER_TRIAGE * (TICKETS + COMMENTED + 1));
  });
});
