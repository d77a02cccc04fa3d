import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triageSchema } from '../backend/contract/triage.ts';
import routing from '../backend/routing.json' with { type: 'json' };
import shipped from '../backend/taxonomy.json' with { type: 'json' };
import { call, readSnapshot } from './installation.ts';
import { prepareStack, type Stack } from './stack.ts';

const fileOf = (content: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'taxonomy-')), 'file.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

const lessons = {
  description: 'Lessons and courses: booking, moving and missing them.',
  examples: [
    'I missed my yoga lesson, can I take another one?',
    'Please move my piano lesson to Thursday',
    'Is there a free place in the pottery course?',
  ],
  subcategories: { moving: 'another time for a lesson' },
};

describe('an account with a category of its own', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await prepareStack({
      connect: false,
      zendesk: { seed: { tickets: [], solved: [], articles: [] } },
      environment: {
        TAXONOMY_FILE: fileOf({ ...shipped, categories: { ...shipped.categories, lessons } }),
        ROUTING_FILE: fileOf({ ...routing, lessons: { ...routing.general, team: 'teachers' } }),
      },
    });
    await stack.startBackend();
  });
  afterAll(() => stack.close());

  it.each([
    ['Could you move my piano lesson to Friday?', 'lessons', 'teachers'],
    ['I was charged twice, please refund one payment', 'billing', 'billing_support'],
  ])('files "%s" under %s', async (text, category, team) => {
    const ticket = stack.zendesk.createTicket({ subject: '', text, requester: { name: 'Ada', email: 'a@b.example' } });
    const body = { ticket: await readSnapshot(stack, ticket.id) };
    const answer = await call(stack, { path: '/v1/triages', ticketId: String(ticket.id), body });
    expect(triageSchema.parse(answer.json)).toMatchObject({ classification: { category }, routing: { team } });
  });
});
