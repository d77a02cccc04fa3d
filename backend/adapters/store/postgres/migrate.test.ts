import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { createFingerprints } from './fingerprints.ts';
import { createKnowledgeStore } from './knowledge.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';

const OLD = ['001-initial.sql', '002-claims.sql', '003-learning.sql'];

let database: Database;
beforeEach(async () => {
  database = await openPglite(null);
  await database.query('CREATE TABLE migration (name text PRIMARY KEY, at timestamptz DEFAULT now())');
  for (const name of OLD) {
    await database.script(readFileSync(new URL(`./migrations/${name}`, import.meta.url), 'utf8'));
    await database.query('INSERT INTO migration (name) VALUES ($1)', [name]);
  }
});
afterEach(() => database.close());

it('keeps the knowledge of an older version, and has it read again by the next import', async () => {
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
  await migrate(database);
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
