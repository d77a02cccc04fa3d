import { randomInt, randomUUID } from 'node:crypto';
import type { MaskedText } from '../ports/engine.ts';
import type { KnowledgeEntry, KnowledgeItem } from '../ports/knowledge.ts';
import { keyOf, type Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import type { Person } from '../ports/ticket.ts';
import type { Vectors } from '../ports/vectors.ts';
import { markerOf } from '../ports/write-log.ts';
import { aDecision } from './decision.ts';

export type Customer = { mark: string; ticketId: string; person: Person };
type Parts = { store: Store; queue: Queue; vectors: Vectors };

export const EMBEDDERS = ['e1', 'e2'];
const masked = (text: string) => text as MaskedText;

const LETTERS = 'ghijklmnop';

/** `mark` stands in everything that they wrote: a word of letters alone, so that no two of them are alike but for numbers. */
export const aCustomer = (name: string): Customer => {
  const mark = `${name}${randomUUID().slice(0, 8)}`.replaceAll(/\d/g, (digit) => LETTERS[Number(digit)] ?? '');
  const digits = () => String(randomInt(100_000_000, 999_999_999));
  return { mark, ticketId: digits(), person: { id: digits(), name: mark, email: `${mark}@shop.example` } };
};

export const anItem = ({ mark, ticketId, person }: Customer, over: Partial<KnowledgeItem> = {}): KnowledgeEntry => ({
  item: {
    id: `ticket:${ticketId}`,
    kind: 'ticket',
    ticketId,
    url: null,
    title: masked(`How ${mark} changes an address`),
    question: masked(`The address of ${mark} is wrong on every invoice of ${mark}.`),
    answer: masked(`Open ${mark} settings, choose Addresses of ${mark} and save the form again.`),
    resolution: masked(`${mark} was told.`),
    category: 'billing',
    urgency: 'P3',
    sentiment: 'neutral',
    language: 'en',
    resolvedAt: '2026-01-05T10:00:00Z',
    resolutionHours: 2,
    satisfaction: null,
    gold: false,
    contentHash: mark,
    ...over,
  },
  people: [person],
});

/** A finished triage with all that is kept beside one. */
export async function triageOf(
  store: Store,
  tenantId: string,
  { mark, ticketId, person }: Customer,
  sourceIds: string[] = [],
): Promise<string> {
  const { stored } = await store.claimTriage({ tenantId, ticketId, contentHash: randomUUID(), force: false });
  const sources = sourceIds.map((id) => ({
    ...{ id, kind: 'ticket' as const, title: `Like ${id}`, url: null, ticketId: id.slice('ticket:'.length) },
    ...{ language: 'en', category: null, score: 1, gold: false, resolvedAt: null, resolutionHours: null },
    ...{ resolution: `Words of ${id}`, copies: 1, standing: 'current' as const },
  }));
  const parts = sources.map(({ id }) => ({ text: 'Open settings.', sourceId: id, quote: `As in ${id}`, struck: null }));
  const draft = { kind: 'reply' as const, text: mark, language: 'en', parts, sourceIds, decidedBy: 'builtin' as const };
  await store.saveTriage(
    tenantId,
    { ...stored, triage: { ...stored.triage, status: 'done', sources, draft } },
    {
      vault: { '[NAME_1]': mark },
      reading: { subject: masked(mark), text: masked(`${mark} asks`), language: 'en' },
      decision: aDecision(),
      people: [person],
      slaLookAt: new Date(),
    },
  );
  return stored.triage.id;
}

/** What an agent submits on it; with labels it teaches. */
export const submit = (
  store: Store,
  tenantId: string,
  { mark, ticketId }: Customer,
  { triageId, labels = true }: { triageId: string; labels?: boolean },
) => {
  const vote = {
    triageId,
    ticketId,
    agentId: '7',
    engine: 'builtin',
    model: 'm',
    language: 'en',
    raw: 0.8,
    right: true,
  };
  const final = { category: 'billing' as const, urgency: null, sentiment: null, corrected: true };
  return store.saveFeedback(
    tenantId,
    {
      ...{ id: randomUUID(), triageId, ticketId, type: 'submitted', at: new Date().toISOString(), agentId: '7' },
      ...{ fields: [], draftOutcome: null, draftDistance: null, decidedBy: null, helpful: null },
    },
    labels
      ? {
          votes: [{ ...vote, field: 'category' }],
          ticket: { ticketId, subject: masked(mark), text: masked(mark), language: 'en', ...final },
        }
      : null,
  );
};

/** Everything that a ticket leaves behind, for each of them. */
export async function leaveTraces(tenantId: string, customers: Customer[], parts: Parts): Promise<void> {
  const { store, queue, vectors } = parts;
  await store.saveKnowledge(
    tenantId,
    customers.map((customer) => anItem(customer)),
  );
  for (const embedderId of EMBEDDERS) {
    const items = customers.map(({ ticketId, mark }) => ({ id: `ticket:${ticketId}`, contentHash: mark }));
    await vectors.forTenant(tenantId, embedderId).upsert(items.map(({ id }, at) => ({ id, embedding: [1, at, 0] })));
    await store.markEmbedded(tenantId, embedderId, items);
  }
  for (const customer of customers) {
    const { ticketId } = customer;
    const triageId = await triageOf(store, tenantId, customer);
    await submit(store, tenantId, customer, { triageId });
    const changes = [{ field: 'priority' as const, from: null, to: 'high' }];
    await store.logWrite(tenantId, ticketId, { marker: markerOf(triageId), changes });
    const payload = { tenantId, ticketId };
    await store.saveInboxEvent({ ...payload, eventKey: ticketId, type: 'ticket.created' }, (tx) =>
      queue.enqueue('triage-ticket', payload, keyOf(payload), { tx, afterSeconds: 3_600 }),
    );
    await queue.enqueue('follow-ticket', payload, keyOf(payload), { afterSeconds: 3_600 });
    await queue.enqueue('follow-sla', payload, keyOf(payload), { afterSeconds: 3_600 });
  }
  await store.startUndo(tenantId, { since: '2026-01-01T00:00:00Z' }, async () => {});
  const run = await store.startImport(tenantId, { source: 'helpdesk', dryRun: false, total: null });
  const examples = customers.map(({ ticketId }) => ticketId);
  await store.saveImport(tenantId, { ...run, leftOut: { reopened: { count: 2, examples } } });
}
