import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../test/allow.ts';
import {
  aConnectTenant,
  type Connecting,
  connect,
  look,
  notOk,
  openConnecting,
  PUBLIC_URL,
  stateOf,
  stored,
} from '../test/connecting.ts';
import { beginAuthorization, finishAuthorization, tenantOfState } from './authorize.ts';
import { disconnect, watchInstallation } from './disconnect.ts';
import { repair, rotateSecrets, setUp } from './set-up.ts';

const ENDPOINT = `${PUBLIC_URL}/webhooks/zendesk?tenant=bookwren`;

describe('connecting an account', () => {
  let at: Connecting;
  beforeEach(async () => {
    at = await openConnecting();
  });
  afterEach(() => {
    vi.useRealTimers();
    return at.zendesk.close();
  });

  it('is asked for with PKCE and no more scopes than are needed, and leads from new to all ok but the first delivery', async () => {
    expect(notOk(await look(at))).toHaveLength(7);
    expect(stateOf(await look(at), 'authorization')).toMatchObject({ reason: 'never_allowed', remedy: 'connect' });
    const asked = new URL(await beginAuthorization(at.tenant, null, at.parts)).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('scope')).toBe('read tickets:write webhooks:write apps:write triggers:write');
    const { finished } = await connect(at, { userId: String(at.zendesk.adminId) });
    expect(finished).toMatchObject({ outcome: 'connected', userId: String(at.zendesk.adminId) });
    const view = await look(at);
    expect(notOk(view)).toEqual(['deliveries']);
    expect(view).toMatchObject({ state: 'connected', connectedBy: 'Ingrid Solberg', healthy: false });
    at.seen.lastDelivery = new Date();
    expect(await look(at)).toMatchObject({ healthy: true });
    expect(at.zendesk.installation()?.settings.shared_secret).toBe((await stored(at)).sidebarSecrets[0]?.secret);
    expect(at.zendesk.readWebhooks()).toMatchObject([{ endpoint: ENDPOINT, status: 'active' }]);
    expect(at.zendesk.readWebhooks()[0]?.secret).toBe((await stored(at)).webhook?.secrets[0]);
    expect(at.zendesk.requestsSeen.filter(({ marketplace }) => marketplace === false)).toEqual([]);
    expect(at.seen.changes).toBeGreaterThan(0);
  });

  it('makes nothing twice, also when several set up at the same time', async () => {
    await connect(at);
    const before = await stored(at);
    await setUp(at.tenant, at.parts);
    await setUp(at.tenant, at.parts);
    expect((await stored(at)).webhook).toEqual(before.webhook);
    expect((await stored(at)).sidebarSecrets).toEqual(before.sidebarSecrets);
    at.zendesk.deleteWebhook();
    await Promise.all([setUp(at.tenant, at.parts), setUp(at.tenant, at.parts), repair(at.tenant, at.parts)]);
    expect(at.zendesk.readWebhooks()).toHaveLength(1);
    expect(notOk(await look(at))).toEqual(['deliveries']);
  });

  it('takes an answer once, for ten minutes, and for the account that it was begun in', async () => {
    const { answered } = await connect(at);
    expect(await finishAuthorization(at.tenant, answered, at.parts)).toEqual({ outcome: 'expired' });
    const late = await answer(at.zendesk, await beginAuthorization(at.tenant, null, at.parts));
    const [state, code] = [late.searchParams.get('state') ?? '', late.searchParams.get('code') ?? ''];
    at.clock.now += 600_001;
    expect(await finishAuthorization(at.tenant, { state, code }, at.parts)).toEqual({ outcome: 'expired' });
    const foreign = new URL(await beginAuthorization(at.tenant, null, at.parts)).searchParams.get('state') ?? '';
    expect(tenantOfState(foreign)).toBe(at.tenant.id);
    for (const made of ['', foreign.slice(1).replace('.', ' '), `${foreign}x`, `../${foreign}`])
      expect(tenantOfState(made)).toBeNull();
    expect(await finishAuthorization({ ...at.tenant, id: 'other' }, { state: foreign, code }, at.parts)).toEqual({
      outcome: 'expired',
    });
    expect((await connect(at, { code: 'never-issued' })).finished).toEqual({ outcome: 'expired' });
  });

  it('is refused to who is no admin or did not begin it, and gives their access back', async () => {
    const agent = (await connect(at, { as: 'nora' })).finished;
    expect(agent).toEqual({ outcome: 'not_admin' });
    expect((await connect(at, { userId: '1' })).finished).toEqual({ outcome: 'other_user' });
    expect((await stored(at)).tokens).toBeNull();
    const ends = at.zendesk.requestsSeen.filter(({ method }) => method === 'DELETE');
    expect(ends.map(({ path, status }) => [path, status])).toEqual([
      ['/api/v2/oauth/tokens/current', 204],
      ['/api/v2/oauth/tokens/current', 204],
    ]);
  });

  it('gives sidebar and webhook new secrets, and lets the old ones hold on', async () => {
    await connect(at);
    const [before] = (await stored(at)).sidebarSecrets;
    const [signing] = (await stored(at)).webhook?.secrets ?? [];
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now });
    await rotateSecrets(at.tenant, at.parts);
    const [fresh, old] = (await stored(at)).sidebarSecrets;
    expect(old).toEqual({ secret: before?.secret, endsAt: new Date(now + 600_000).toISOString() });
    expect(fresh?.endsAt).toBeNull();
    expect(at.zendesk.installation()?.settings.shared_secret).toBe(fresh?.secret);
    expect((await stored(at)).webhook?.secrets).toEqual([at.zendesk.readWebhooks()[0]?.secret, signing]);
    at.zendesk.uninstall();
    await expect(rotateSecrets(at.tenant, at.parts)).rejects.toMatchObject({ code: 'not_found' });
    expect((await stored(at)).sidebarSecrets[0]).toEqual(fresh);
  });

  it('keeps the old secret in force when the installation does not take the new one', async () => {
    await connect(at);
    const before = (await stored(at)).sidebarSecrets;
    at.zendesk.narrowScopes(['read']);
    await expect(rotateSecrets(at.tenant, at.parts)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await stored(at)).sidebarSecrets).toEqual(before);
  });

  it('leaves nothing of ours in the account, also when some of it is gone', async () => {
    await connect(at);
    at.zendesk.faults.add({ kind: '500', match: { method: 'DELETE' }, times: 1 });
    await expect(disconnect(at.tenant, at.parts)).rejects.toMatchObject({ code: 'server_error' });
    expect(await stored(at)).toMatchObject({ state: 'connected', webhook: { kind: 'events' } });
    await disconnect(at.tenant, at.parts);
    expect(at.zendesk.readWebhooks()).toEqual([]);
    expect(await stored(at)).toMatchObject({ state: 'uninstalled', tokens: null, webhook: null, sidebarSecrets: [] });
    await connect(at);
    at.zendesk.deleteWebhook();
    at.zendesk.revokeTokens();
    await disconnect(at.tenant, at.parts);
    expect(await stored(at)).toMatchObject({ state: 'uninstalled', tokens: null });
    expect(stateOf(await look(at), 'authorization')).toMatchObject({ reason: 'uninstalled', remedy: 'connect' });
  });

  it('takes away the tokens that were renewed on the way out', async () => {
    await connect(at);
    const { tokens } = await stored(at);
    if (tokens) await at.parts.store.saveTokens(at.tenant.id, { ...tokens, endsAt: '2020-01-01T00:00:00Z' });
    await disconnect(aConnectTenant(at.zendesk, at.parts), at.parts);
    const ends = at.zendesk.requestsSeen.filter(({ path }) => path === '/api/v2/oauth/tokens/current');
    expect(ends.at(-1)).toMatchObject({ method: 'DELETE', status: 204 });
  });

  it('leaves an account once the app is gone twice in a row', async () => {
    const watch = (wasMissing: boolean) => watchInstallation(at.tenant, { wasMissing, wasRefused: false }, at.parts);
    expect(await watch(true)).toBe('unknown');
    await connect(at);
    expect(await watch(true)).toBe('present');
    at.zendesk.uninstall();
    expect(stateOf(await look(at), 'sidebar')).toMatchObject({ reason: 'app_missing' });
    expect(await watch(false)).toBe('missing');
    expect((await stored(at)).state).toBe('connected');
    expect(await watch(true)).toBe('disconnected');
    expect(at.zendesk.readWebhooks()).toEqual([]);
  });
});
