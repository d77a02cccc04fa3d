import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { STEP_CHANNEL, STEPS, type Step, type StepTaken } from '../backend/ports/step.ts';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import { EDITS, signInAgent } from './agent.ts';
import { createDice } from './dice.ts';
import { findLostEdits } from './lost-edits.ts';
import { NO_LIMITS, WORDS } from './many-tickets.ts';
import { prepareStack, type Stack } from './stack.ts';

/** Tickets that come at the same time: more would be written long after their edits. */
const WAVE = 60;
/** One ticket in so many is written to again by its customer. */
const COMMENTED = 3;
/** A write comes 2.1 s after a ticket's last change: edits up to here fall before, into and after it. */
const EDITS_WITHIN_MS = 4_500;
/** Time between our reading a ticket and the write taking effect: room for an edit in between. */
const SLOW_WRITE_MS = 600;
/** Beside the one that is placed at a step of our own. */
const RANDOM_EDITS = 2;
const CALLS_PER_TRIAGE = 2;
const SEED_TAGS = ['vip', 'old_customer'];
const WRITTEN_MS = 90_000;
/** Where an edit is placed: around the reading that a write is planned from, and around the write itself. */
const PLACES = STEPS.filter((step) => !['inbox:stored', 'triage:claimed', 'job:done'].includes(step));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const isRouting = (event: object): boolean =>
  'field_name' in event && ['priority', 'group_id'].includes(String(event.field_name));

async function until(holds: () => boolean): Promise<void> {
  const endsAt = Date.now() + WRITTEN_MS;
  while (!holds()) {
    if (Date.now() > endsAt) throw new Error('A ticket was not written in time');
    await pause(100);
  }
}

/** Does something once, at once, when a ticket comes to a step. */
function placeAtSteps(edit: (ticketId: number) => Promise<void>) {
  const places = new Map<number, Step>();
  const edits: Promise<void>[] = [];
  const onStep = (message: unknown) => {
    const { step, ticketId } = message as StepTaken;
    if (places.get(Number(ticketId)) !== step) return;
    places.delete(Number(ticketId));
    edits.push(edit(Number(ticketId)));
  };
  subscribe(STEP_CHANNEL, onStep);
  return {
    place: (ticketId: number, index: number) => places.set(ticketId, PLACES[index % PLACES.length] ?? 'write:planned'),
    edits,
    stop: () => unsubscribe(STEP_CHANNEL, onStep),
  };
}

async function openRaces(tickets: number) {
  const model: OpenAi = await startOpenAi({ latencyMs: { classify: 50, draft: 100 } });
  const stack: Stack = await prepareStack({
    zendesk: { seed: { tickets: [], solved: [], articles: [] }, limits: NO_LIMITS },
    environment: { MODE: 'auto', WORKERS: '32', OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: model.url },
  });
  const backend = await stack.startBackend();
  stack.zendesk.faults.add({ match: { method: 'PUT' }, kind: 'slow', delayMs: SLOW_WRITE_MS, probability: 0.7 });
  const edit = await signInAgent(stack.zendesk);
  const roll = createDice(tickets);
  const editOne = (id: number) => edit(id, EDITS[Math.floor(roll() * EDITS.length)] ?? 'priority', roll);
  const close = async () => {
    await stack.close();
    await model.close();
  };
  return { model, zendesk: stack.zendesk, backend, editOne, roll, close };
}
type Races = Awaited<ReturnType<typeof openRaces>>;

const ownAudits = ({ zendesk }: Races, id: number) =>
  zendesk.readTicket(id).audits.filter(({ author_id }) => author_id === zendesk.ownUserId);

const written = (races: Races, ids: number[], times: number) =>
  until(() => ids.every((id) => ownAudits(races, id).length >= times));

/** A wave of tickets whose fields agents edit at random and at a step of our own, a part of them again after their customer's next words. */
async function raceWave(races: Races, size: number, placed: ReturnType<typeof placeAtSteps>) {
  const { zendesk, editOne, roll } = races;
  const race = (ids: number[]) =>
    Promise.all(
      ids.flatMap((id, index) => {
        placed.place(id, index);
        return Array.from({ length: RANDOM_EDITS }, () => pause(roll() * EDITS_WITHIN_MS).then(() => editOne(id)));
      }),
    );
  const ids = Array.from({ length: size }, (_, index) => {
    const [subject, text] = WORDS[index % WORDS.length] ?? ['', ''];
    return zendesk.createTicket({ subject, text: `${text} (${index})`, tags: SEED_TAGS }).id;
  });
  await race(ids);
  await written(races, ids, 1);
  const commented = ids.filter((_, index) => index % COMMENTED === 0);
  for (const id of commented) zendesk.comment(id, { text: 'This is urgent now: nobody can log in, error 500.' });
  await race(commented);
  await written(races, commented, 2);
  return { ids, commented };
}

/** Every echo of our own updates was delivered, and whatever job it could have caused has had its turn. */
async function afterEchoes(races: Races) {
  const { zendesk } = races;
  await zendesk.settled();
  const echoes = zendesk.deliveries.filter(({ event }) => event.detail.actor_id === String(zendesk.ownUserId));
  await until(() => echoes.every(({ state }) => state === 'delivered'));
  const last = zendesk.createTicket({ subject: 'Invoices', text: 'Where do I find my invoices?' }).id;
  await written(races, [last], 1);
  return echoes.length;
}

function count(races: Races, ids: number[], commented: number[]) {
  const { zendesk } = races;
  const audits = ids.flatMap((id) => zendesk.readTicket(id).audits);
  const ours = audits.filter(({ author_id }) => author_id === zendesk.ownUserId);
  const twice = new Set(commented);
  return {
    races: ids.length + commented.length,
    humanEdits: audits.length - ours.length - ids.length - commented.length,
    writes: ours.length,
    routed: ours.filter(({ events }) => events.some(isRouting)).length,
    lost: ids.flatMap((id) => findLostEdits(zendesk.readTicket(id), zendesk.ownUserId, SEED_TAGS)),
    writtenOtherwise: ids.filter((id) => ownAudits(races, id).length !== (twice.has(id) ? 2 : 1)),
  };
}

/** Agents who edit tickets around our write-back in mode auto, and what stands in the end. */
export async function runRaces(tickets: number) {
  const races = await openRaces(tickets);
  const placed = placeAtSteps(races.editOne);
  try {
    const [ids, commented]: [number[], number[]] = [[], []];
    while (ids.length < tickets) {
      const wave = await raceWave(races, Math.min(WAVE, tickets - ids.length), placed);
      ids.push(...wave.ids);
      commented.push(...wave.commented);
    }
    await Promise.all(placed.edits);
    const echoes = await afterEchoes(races);
    const modelCalls = races.model.calls.filter(({ endpoint }) => endpoint.includes('chat')).length;
    const triages = ids.length + commented.length + 1;
    return {
      ...count(races, ids, commented),
      placed: placed.edits.length,
      echoes,
      modelCalls,
      callsTooMany: modelCalls - CALLS_PER_TRIAGE * triages,
    };
  } finally {
    placed.stop();
    await races.close();
  }
}
