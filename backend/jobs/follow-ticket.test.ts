import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SolvedTicketSeed } from '../../sandbox/zendesk/seed-shape.ts';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { clientOf, fetchToken } from '../../sandbox/zendesk/test-client.ts';
import { createLexicalEmbedder } from '../adapters/embedder/lexical/create-lexical-embedder.ts';
import { createZendesk } from '../adapters/helpdesk/zendesk/create-zendesk.ts';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import { writeNote } from '../pipeline/write-note.ts';
import type { Embedder } from '../ports/embedder.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Vectors } from '../ports/vectors.ts';
import { createTextTasks } from '../reader/text-tasks.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aTaxonomy } from '../test/engine.ts';
import { someTenants } from '../test/tenant.ts';
import { aTriage } from '../test/ticket.ts';
import { followTicket } from './follow-ticket.ts';

const ANSWER =
  'Open Settings, choose Billing and press Download next to the invoice that you need. The file is made within a minute and an e-mail with the link follows.';
const aSolved = (over: Partial<SolvedTicketSeed> = {}): SolvedTicketSeed => ({
  ...{ subject: 'Invoice', language: 'en', category: 'billing', urgency: 'P3', sentiment: 'neutral', channel: 'web' },
  requester: { name: 'Bo Fenn', email: 'bo@fenn.example', locale: 'en-US' },
  ...{ question: 'Where do I find the invoice of last month?', response: ANSWER, resolution: 'Sent Bo Fenn the path.' },
  ...{ group: 'billing_support', satisfaction: null, gold: false, solvedDaysAgo: 10, resolutionHours: 5, tags: [] },
  ...over,
});
const opened = {
  ...{ subject: 'Invoice', channel: 'email', language: 'en', organization: null, priority: null, tags: [] },
  ...{ requester: { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' }, minutesAgo: 600 },
  comments: [
    { author: 'requester' as const, public: true, text: 'My invoice from March is missing here.', minutesAgo: 600 },
  ],
};
const OPEN = 1001;

/** Vectors in memory; `down` is as when the server cannot be reached. */
function createVectors() {
  const collections = new Map<string, Set<string>>();
  const vectors: Vectors & { down: boolean; of(embedder: Embedder): string[] } = {
    down: false,
    of: ({ id }) => [...(collections.get(`a ${id}`) ?? [])].toSorted(),
    forTenant: (tenantId, embedderId) => {
      const key = `${tenantId} ${embedderId}`;
      const held = collections.get(key) ?? new Set();
      const reach = async () => {
        if (vectors.down) throw new OutsideError('chroma', 'unreachable', 'refused');
        collections.set(key, held);
      };
      return {
        upsert: (added) => reach().then(() => added.forEach(({ id }) => void held.add(id))),
        remove: (ids) => reach().then(() => ids.forEach((id) => void held.delete(id))),
        count: () => reach().then(() => held.size),
        nearest: () => reach().then(() => []),
      };
    },
    drop: async () => {},
    isUp: async () => !vectors.down,
  };
  return vectors;
}

describe.each(databases)('a ticket that was solved, on $kind', ({ open }) => {
  let test: TestDatabase;
  let sandbox: ZendeskSandbox;
  let put: (id: number, ticket: object) => Promise<unknown>;
  let vectors: ReturnType<typeof createVectors>;
  let tenant: Tenant;
  let asked: string[];
  const next = createLexicalEmbedder();
  const old: Embedder = { ...next, id: 'old-1' };
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    for (const table of ['knowledge_item', 'knowledge_copy', 'knowledge_embedding', 'knowledge_serving'])
      await test.database.query(`DELETE FROM ${table}`);
    const seed = { tickets: [opened], solved: [aSolved(), aSolved({ solvedDaysAgo: 20 })], articles: [] };
    sandbox = await startZendesk({ seed });
    const { clientId, clientSecret } = sandbox.oauth;
    const account = { baseUrl: sandbox.url, clientId, clientSecret, webhookSecrets: [], teams: [], fetch };
    const authorization = `Bearer ${await fetchToken(sandbox, 'read write')}`;
    const api = clientOf(sandbox.url, { authorization });
    put = (id, ticket) => api('PUT', `/api/v2/tickets/${id}.json`, { ticket });
    vectors = createVectors();
    asked = [];
    const findEmbedder = (id: string) => (id === old.id ? old : null);
    const masking = { keep: [], regions: [] };
    const taxonomy = aTaxonomy();
    const helpdesk = createZendesk(account);
    tenant = { id: 'a', helpdesk, embedder: next, findEmbedder, masking, taxonomy } as unknown as Tenant;
  });
  afterEach(() => sandbox.close());
  afterAll(() => test.close());

  const follow = (ticketId: number) =>
    followTicket(
      { payload: { tenantId: 'a', ticketId: String(ticketId) } },
      {
        ...{ store: test.store, vectors, reader: createTextTasks(createMasker()) },
        tenants: someTenants([tenant]),
        queue: {
          enqueue: async (name, _payload, key) => {
            asked.push(`${name} ${key}`);
          },
        },
      },
    );
  const ids = async () =>
    (await test.database.query<{ id: string }>('SELECT id FROM knowledge_item ORDER BY id')).map(({ id }) => id);

  it('joins with its final labels, what it was answered, and how it went; again without effect', async () => {
    await put(OPEN, { comment: { body: writeNote(aTriage()), public: false } });
    sandbox.comment(OPEN, { text: 'Told Ada Quill where it is.', public: false, from: 'agent' });
    const labels = { custom_fields: await labelFields() };
    await put(OPEN, { ...labels, status: 'solved', comment: { body: `Hi Ada,\n\n${ANSWER}`, public: true } });
    expect(await follow(OPEN)).toBe('joined');
    const [item] = await test.store.readKnowledge('a', [`ticket:${OPEN}`]);
    expect(item).toMatchObject({
      ...{ category: 'account', urgency: 'P2', sentiment: 'angry', resolutionHours: 10, satisfaction: null },
      ...{ question: 'My invoice from March is missing here.', answer: `Hi [NAME],\n\n${ANSWER}` },
      resolution: 'Told [NAME] where it is.',
    });
    expect(await follow(OPEN)).toBe('joined');
    expect(await ids()).toEqual([`ticket:${OPEN}`]);
    expect(vectors.of(next)).toEqual([`ticket:${OPEN}`]);
    expect(asked).toEqual([]);
  });

  const labelFields = async () => {
    const { fields } = await tenant.helpdesk.fetchSettings([]);
    return [
      { id: Number(fields.category), value: 'ait_category_account' },
      { id: Number(fields.urgency), value: 'ait_urgency_p2' },
      { id: Number(fields.sentiment), value: 'ait_sentiment_angry' },
    ];
  };

  it('joins without a category that the tenant no longer has', async () => {
    const { billing: _, ...categories } = tenant.taxonomy.categories;
    tenant = { ...tenant, taxonomy: { ...tenant.taxonomy, categories } };
    expect(await follow(1)).toBe('joined');
    expect(await test.store.readFacts('a', ['ticket:1'])).toMatchObject([{ category: null }]);
  });

  it('goes into the collection that answers and into the one that is being made', async () => {
    await test.store.saveServing('a', old.id);
    expect(await follow(1)).toBe('joined');
    expect([vectors.of(old), vectors.of(next)]).toEqual([['ticket:1'], ['ticket:1']]);
    expect(await test.store.countEmbedded('a', old.id)).toMatchObject({ embedded: 1, missing: 0 });
  });

  it('is left to the index when the vectors are out of reach', async () => {
    vectors.down = true;
    expect(await follow(1)).toBe('joined');
    expect(asked).toEqual(['index-knowledge a']);
    expect(await test.store.countEmbedded('a', next.id)).toMatchObject({ embedded: 0, missing: 1 });
  });

  it.each<[string, (id: number) => unknown]>([
    ['opened again', (id) => sandbox.comment(id, { text: 'It is still missing.' })],
    ['deleted', (id) => sandbox.deleteTicket(id)],
    ['rated badly', (id) => sandbox.rate(id, 'bad')],
  ])('leaves store and vectors when it is %s', async (_, change) => {
    await follow(1);
    await change(1);
    expect(await follow(1)).toBe('left');
    expect(await ids()).toEqual([]);
    expect(vectors.of(next)).toEqual([]);
    expect(await follow(1)).toBe('none');
  });

  it('stays when a person has approved it, although its customer was not pleased', async () => {
    await follow(1);
    await test.store.setGold('a', 'ticket:1', true);
    sandbox.rate(1, 'bad');
    expect(await follow(1)).toBe('kept');
    expect(await ids()).toEqual(['ticket:1']);
    sandbox.deleteTicket(1);
    expect(await follow(1)).toBe('left');
  });

  it('is folded into one like it, and stands for both when that one leaves', async () => {
    expect([await follow(1), await follow(2)]).toEqual(['joined', 'folded']);
    expect(vectors.of(next)).toEqual(['ticket:1']);
    sandbox.deleteTicket(1);
    expect(await follow(1)).toBe('left');
    expect(await ids()).toEqual(['ticket:2']);
    expect(asked).toEqual(['index-knowledge a']);
  });

  it('takes the place of a worse one, whose vector goes', async () => {
    await follow(1);
    sandbox.rate(2, 'good');
    expect(await follow(2)).toBe('joined');
    expect([await ids(), vectors.of(next)]).toEqual([['ticket:2'], ['ticket:2']]);
  });

  it('is gone with its account', async () => {
    tenant = { ...tenant };
    const parts = { tenants: someTenants([]) };
    expect(await followTicket({ payload: { tenantId: 'b', ticketId: '1' } }, parts as never)).toBe('gone');
  });
});
