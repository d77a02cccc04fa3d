import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { createFingerprints } from './fingerprints.ts';
import { createKnowledgeStore } from './knowledge.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import { createWriteLog } from './write-log.ts';

const OLD = ['001-initial.sql', '002-claims.sql', '003-learning.sql'];

const TRIAGE_ID = '0b0f4c7e-9d43-4a59-8f3e-6a5f0f2f7c11';

async function plantKnowledge(database: Database): Promise<void> {
  const item = {
    ...{ id: 'ticket:1', kind: 'ticket', ticketId: '1', url: null, title: 't', question: 'q', answer: 'a' },
    ...{ category: 'billing', language: 'en', resolutionHours: 1, satisfaction: 'good', gold: true, contentHash: 'h' },
  };
  for (const [id, resolvedAt] of [
    ['ticket:1', '2026-01-02T10:00:00Z'],
    ['ticket:2', ''],
    ['ticket:3', null],
  ])
    await database.query(`INSERT INTO knowledge_item (tenant_id, id, content_hash, item) VALUES ('a', $1, 'h', $2)`, [
      id,
      JSON.stringify({ ...item, id, resolvedAt }),
    ]);
  await database.query(`INSERT INTO import_cursor VALUES ('a', 'solved_tickets', 'c')`);
}

async function plantWrite(database: Database): Promise<void> {
  const body = { classification: { decidedBy: 'openai', model: 'm-1' }, routing: { team: 'billing_support' } };
  await database.query(
    `INSERT INTO triage (id, tenant_id, ticket_id, content_hash, status, body, vault, lease_until, decision)
     VALUES ($1, 'a', '7', 'h', 'done', $2, '', now(), $3)`,
    [TRIAGE_ID, JSON.stringify(body), JSON.stringify({ promptVersion: 'p-1', taxonomyVersion: 't-1' })],
  );
  await database.query(`INSERT INTO write_back VALUES ('a', '7', 'ait_run_7', $1, $2, '2026-01-02T10:00:00Z')`, [
    TRIAGE_ID,
    JSON.stringify({ category: 'billing', escalation: true }),
  ]);
}

let database: Database;
beforeAll(async () => {
  database = await openPglite(null);
  await database.query('CREATE TABLE migration (name text PRIMARY KEY, at timestamptz DEFAULT now())');
  for (const name of OLD) {
    await database.script(readFileSync(new URL(`./migrations/${name}`, import.meta.url), 'utf8'));
    await database.query('INSERT INTO migration (name) VALUES ($1)', [name]);
  }
  await plantKnowledge(database);
  await plantWrite(database);
  await migrate(database);
});
afterAll(() => database.close());

it('keeps the knowledge of an older version, and has it read again by the next import', async () => {
  const store = createKnowledgeStore(database, createFingerprints(new Uint8Array(32)));
  const facts = await store.readFacts('a', ['ticket:1', 'ticket:2', 'ticket:3']);
  const common = {
    kind: 'ticket',
    ticketId: '1',
    category: 'billing',
    language: 'en',
    satisfaction: 'good',
    gold: true,
  };
  expect(facts.toSorted((x, y) => x.id.localeCompare(y.id))).toEqual([
    {
      id: 'ticket:1',
      ...common,
      standing: 'current',
      copies: 1,
      answerKey: '',
      resolvedAt: '2026-01-02T10:00:00.000Z',
    },
    { id: 'ticket:2', ...common, standing: 'current', copies: 1, answerKey: '', resolvedAt: null },
    { id: 'ticket:3', ...common, standing: 'current', copies: 1, answerKey: '', resolvedAt: null },
  ]);
  expect(await store.readKnowledge('a', ['ticket:1'])).toMatchObject([
    { resolution: null, urgency: null, answer: 'a' },
  ]);
  expect(await store.readCursor('a', 'solved_tickets')).toBeNull();
});

it('keeps what an older version had written to tickets, and who had decided it', async () => {
  expect(await createWriteLog(database).readWrites('a', '7')).toEqual([
    {
      ...{ triageId: TRIAGE_ID, marker: 'ait_run_7', at: '2026-01-02T10:00:00+00:00', engine: 'openai', model: 'm-1' },
      ...{ promptVersion: 'p-1', taxonomyVersion: 't-1', rulesVersion: null, undoId: null, undoneAt: null },
      changes: [
        { field: 'category', from: null, to: 'billing' },
        { field: 'escalation', from: null, to: true },
      ],
    },
  ]);
});
