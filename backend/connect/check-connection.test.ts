import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZendeskAccount } from '../adapters/helpdesk/zendesk/create-account.ts';
import type { HelpdeskAccount } from '../ports/helpdesk-account.ts';
import { type Connecting, connect, look, notOk, openConnecting, stateOf, stored } from '../test/connecting.ts';
import { repair } from './set-up.ts';

describe('looking at a connection, and mending it', () => {
  let at: Connecting;
  beforeEach(async () => {
    at = await openConnecting();
  });
  afterEach(() => at.zendesk.close());

  it('says which scopes are missing, and that only an admin can help', async () => {
    await connect(at);
    at.zendesk.narrowScopes(['read', 'tickets:write']);
    expect(stateOf(await look(at), 'permissions')).toEqual({
      state: 'broken',
      reason: 'scopes_missing',
      missing: ['webhooks:write', 'apps:write', 'triggers:write'],
      remedy: 'connect',
    });
  });

  it('says that access was taken away, looks at nothing else then, and is whole again once it is allowed', async () => {
    await connect(at);
    at.zendesk.revokeTokens();
    const view = await look(at);
    expect(stateOf(view, 'authorization')).toMatchObject({ state: 'broken', reason: 'not_allowed', remedy: 'connect' });
    expect(view.checks.slice(1).every(({ state }) => state === 'blocked')).toBe(true);
    expect(await repair(at.tenant, at.parts)).toEqual(view);
    await connect(at);
    expect(notOk(await look(at))).toEqual(['deliveries']);
    expect(at.zendesk.readWebhooks()).toHaveLength(1);
  });

  it('has a webhook that was deleted made again', async () => {
    await connect(at);
    at.zendesk.deleteWebhook();
    expect(stateOf(await look(at), 'webhook')).toMatchObject({ reason: 'webhook_deleted', remedy: 'repair' });
    const old = (await stored(at)).webhook?.secrets[0];
    expect(stateOf(await repair(at.tenant, at.parts, 'webhook'), 'webhook').state).toBe('ok');
    const { webhook } = await stored(at);
    expect(webhook?.secrets).toEqual([at.zendesk.readWebhooks()[0]?.secret, old]);
    await repair(at.tenant, at.parts, 'webhook');
    expect((await stored(at)).webhook?.secrets).toEqual([at.zendesk.readWebhooks()[0]?.secret]);
  });

  it('notices that somebody gave the webhook another secret, which none of its deliveries would pass with', async () => {
    await connect(at);
    const { webhook } = await stored(at);
    if (webhook) await at.tenant.account.rotateWebhookSecret(webhook);
    expect(stateOf(await look(at), 'webhook')).toMatchObject({ reason: 'webhook_secret_changed', remedy: 'repair' });
    expect(stateOf(await repair(at.tenant, at.parts), 'webhook').state).toBe('ok');
    expect((await stored(at)).webhook?.secrets).toEqual([at.zendesk.readWebhooks()[0]?.secret, webhook?.secrets[0]]);
  });

  it('takes over a webhook with our endpoint, and removes a second one that would tell all twice', async () => {
    await connect(at);
    const [first] = at.zendesk.readWebhooks();
    await at.parts.store.saveConnection(at.tenant.id, { webhook: null });
    await repair(at.tenant, at.parts, 'webhook');
    expect((await stored(at)).webhook?.id).toBe(first?.id);
  });

  it('has fields that were deleted made again, with an option for every category', async () => {
    await connect(at);
    at.zendesk.deleteField('ai_triage_category');
    at.zendesk.deleteField('ai_triage_confidence');
    expect(stateOf(await look(at), 'fields')).toMatchObject({
      reason: 'fields_missing',
      missing: ['category', 'confidence'],
    });
    expect(stateOf(await repair(at.tenant, at.parts), 'fields').state).toBe('ok');
  });

  it('names the categories that the field has no option for, and adds them beside the others', async () => {
    await connect(at);
    const [billing] = Object.values(at.tenant.taxonomy.categories);
    if (!billing) throw new Error('no category');
    const categories = { ...at.tenant.taxonomy.categories, gift_cards: billing };
    at.tenant = { ...at.tenant, taxonomy: { ...at.tenant.taxonomy, categories } };
    expect(stateOf(await look(at), 'fields')).toMatchObject({ reason: 'options_missing', missing: ['gift_cards'] });
    await repair(at.tenant, at.parts, 'fields');
    expect(stateOf(await look(at), 'fields').state).toBe('ok');
    const fields = await at.tenant.account.fetchFields();
    expect(fields.find(({ name }) => name === 'category')?.options).toEqual(Object.keys(categories));
  });

  it('keeps a group that was renamed, and lets an admin choose where one is gone', async () => {
    await connect(at);
    at.zendesk.renameGroup('billing_support', 'Money matters');
    const view = await look(at);
    expect(stateOf(view, 'groups').state).toBe('ok');
    const billing = view.teams.find(({ team }) => team === 'billing_support');
    expect(billing?.groupName).toBe('Money matters');
    await at.parts.store.saveConnection(at.tenant.id, { groupOf: {} });
    expect(stateOf(await look(at), 'groups')).toMatchObject({
      state: 'broken',
      reason: 'groups_missing',
      missing: ['billing_support'],
      remedy: 'choose',
    });
    const groupOf = { billing_support: billing?.groupId ?? '' };
    at.tenant = { ...at.tenant, settings: { ...at.tenant.settings, groupOf } };
    expect(stateOf(await look(at), 'groups').state).toBe('ok');
    await repair(at.tenant, at.parts, 'groups');
    expect(Object.keys((await stored(at)).groupOf)).not.toContain('billing_support');
  });

  it('tells that Zendesk refused what was to be mended by name, and mends the rest where all of it was asked for', async () => {
    await connect(at);
    at.zendesk.deleteWebhook();
    at.zendesk.deleteField('ai_triage_sentiment');
    at.zendesk.faults.add({ kind: '500', match: { method: 'POST', path: /webhooks/ } });
    await expect(repair(at.tenant, at.parts, 'webhook')).rejects.toMatchObject({ code: 'server_error' });
    expect(notOk(await repair(at.tenant, at.parts))).toEqual(['webhook', 'deliveries']);
    at.zendesk.faults.clear();
    expect(notOk(await repair(at.tenant, at.parts))).toEqual(['deliveries']);
  });

  it('says nothing against an account while Zendesk is down', async () => {
    await connect(at);
    at.zendesk.faults.add({ kind: '500', match: { path: /webhooks/ } });
    expect(stateOf(await look(at), 'webhook')).toMatchObject({ state: 'waiting', reason: 'unavailable' });
    at.zendesk.faults.clear();
  });

  it("counts the environment's own secrets as right, and needs nobody to allow its client", async () => {
    const own = (given: HelpdeskAccount['access']['given']) =>
      createZendeskAccount({
        baseUrl: at.zendesk.url,
        ...at.zendesk.oauth,
        access: { kind: 'environment', given },
        fetch,
      });
    at.tenant = { ...at.tenant, kind: 'environment', account: own({ webhook: true, sidebar: true }) };
    expect(notOk(await look(at))).toEqual(['deliveries']);
    expect(await look(at)).toMatchObject({ state: 'connected', kind: 'environment' });
    await repair(at.tenant, at.parts, 'webhook');
    expect(at.zendesk.readWebhooks()).toEqual([]);
    at.tenant = { ...at.tenant, account: own({ webhook: false, sidebar: false }) };
    expect(notOk(await look(at))).toEqual(['webhook', 'sidebar', 'deliveries']);
    expect(notOk(await repair(at.tenant, at.parts))).toEqual(['deliveries']);
    expect(at.zendesk.readWebhooks()).toHaveLength(1);
  });
});
