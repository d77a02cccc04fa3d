import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knowledgeViewSchema } from '../contract/knowledge.ts';
import type { LogFields } from '../ports/log.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Vectors } from '../ports/vectors.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { anEntry, OTHER_ANSWER } from '../test/knowledge.ts';
import { knowledgeRoutes } from './knowledge.ts';

describe.each(databases)("an admin's word on knowledge, on $kind", ({ open }) => {
  let test: TestDatabase;
  let tenantId: string;
  let asked: unknown[];
  let gone: string[];
  let lines: LogFields[];
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [tenantId, asked, gone, lines] = [randomUUID(), [], [], []];
  });
  afterAll(() => test.close());

  const request = (method: string, path: string, body?: unknown) => {
    const tenant = { id: tenantId, embedder: { id: 'e1' } } as Tenant;
    const app = asAdmin(
      tenant,
      knowledgeRoutes({
        store: test.store,
        vectors: {
          forTenant: () => ({ remove: async (ids: string[]) => void gone.push(...ids) }),
        } as unknown as Vectors,
        queue: { enqueue: async (name, payload) => void asked.push([name, payload]) },
        log: (event, fields) => void lines.push({ event, ...fields }),
      }),
    );
    return ask(app, method, `/v1/admin/knowledge${path}`, body);
  };
  const counts = async () => knowledgeViewSchema.parse((await request('GET', '')).body);

  it('says what is known and how far the index is', async () => {
    await test.store.saveKnowledge(tenantId, [anEntry('1'), anEntry('2', { question: 'Why?', answer: OTHER_ANSWER })]);
    expect(await counts()).toMatchObject({
      items: 2,
      gold: 0,
      index: { serving: null, configured: 'e1', embedded: 0, missing: 2 },
    });
  });

  it('approves an item for good, whatever a later import says of it', async () => {
    await test.store.saveKnowledge(tenantId, [anEntry('1')]);
    expect(await request('PUT', '/approval', { id: 'ticket:1', gold: true })).toMatchObject({ status: 200 });
    await test.store.saveKnowledge(tenantId, [anEntry('1')]);
    expect(await counts()).toMatchObject({ gold: 1 });
    expect(asked).toEqual([['index-knowledge', { tenantId }]]);
    expect((await request('PUT', '/approval', { id: 'ticket:9', gold: true })).status).toBe(404);
  });

  it('takes an item out with what repeats it, and no import brings them back', async () => {
    await test.store.saveKnowledge(tenantId, [anEntry('1'), anEntry('2')]);
    expect(await counts()).toMatchObject({ items: 1, duplicates: 1 });
    const [kept] = (await test.store.readKnowledge(tenantId, ['ticket:1', 'ticket:2'])).map(({ id }) => id);
    expect(await request('DELETE', `/item?id=${kept}`)).toMatchObject({ status: 200, body: { removed: 2 } });
    expect(gone).toContain(kept);
    expect(await test.store.saveKnowledge(tenantId, [anEntry('1'), anEntry('2')])).toMatchObject({ forgotten: 2 });
    expect(await counts()).toMatchObject({ items: 0 });
    expect((await request('DELETE', `/item?id=${kept}`)).status).toBe(404);
    expect(JSON.stringify(lines)).not.toContain('ticket:');
  });

  it('asks for a rebuild', async () => {
    expect(await request('POST', '/rebuild')).toMatchObject({ status: 200, body: { asked: true } });
    expect(asked).toEqual([['index-knowledge', { tenantId, rebuild: true }]]);
  });
});
