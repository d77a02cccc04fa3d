import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionViewSchema } from '../backend/contract/admin.ts';
import { dryRunSchema, routingViewSchema } from '../backend/contract/routing.ts';
import { sidebarSettingsSchema } from '../backend/contract/settings.ts';
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
        ROUTING_FILE: fileOf({
          categories: { ...routing.categories, lessons: { ...routing.categories.general, team: 'teachers' } },
        }),
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

  it('routes the next ticket by rules that an admin has saved, and can say so later', async () => {
    const admin = (path: string, method = 'GET', body?: unknown) =>
      call(stack, { path: `/v1/admin/${path}`, method, token: stack.adminToken, ...(body !== undefined && { body }) });
    const { rules, version } = routingViewSchema.parse((await admin('routing')).json);
    const vip = { id: 'vip', when: { tags: ['VIP'], language: ['en'] }, set: { team: 'vip_desk', slaHours: 0.5 } };
    const changed = { ...rules, rules: [vip] };
    const saved = await admin('routing', 'PUT', { rules: changed, basedOn: version });
    expect(saved).toMatchObject({ status: 200, json: { version: version + 1 } });

    const request = {
      subject: '',
      text: 'I was charged twice for May',
      requester: { name: 'Ada', email: 'a@b.example' },
    };
    const ticket = stack.zendesk.createTicket({ ...request, tags: ['vip'] });
    const ticketId = String(ticket.id);
    const body = { ticket: await readSnapshot(stack, ticket.id) };
    const triage = triageSchema.parse((await call(stack, { path: '/v1/triages', ticketId, body })).json);
    expect(triage.routing).toMatchObject({ team: 'vip_desk', slaHours: 0.5, version: version + 1 });
    expect(triage.routing?.rules.at(-1)).toBe('rule:vip');
    const settings = sidebarSettingsSchema.parse((await call(stack, { path: '/v1/settings', ticketId })).json);
    expect(settings.teams.map(({ team }) => team)).toContain('vip_desk');

    await admin('routing/revert', 'POST', { version });
    const dryRun = dryRunSchema.parse((await admin('routing/dry-run', 'POST', changed)).json);
    expect(dryRun.flips.map((flip) => [flip.ticketId, flip.after.team])).toEqual([[ticketId, 'vip_desk']]);
    const decision = decisionViewSchema.parse((await admin(`decisions/${triage.id}`)).json);
    expect(decision.replay).toEqual({ same: true, differs: [] });
    expect(JSON.stringify(decision.record)).not.toContain('vip"');
  });
});
