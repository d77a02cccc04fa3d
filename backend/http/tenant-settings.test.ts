import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settingsListSchema, settingsViewSchema, type TenantSettings } from '../contract/tenant-settings.ts';
import type { LogFields } from '../ports/log.ts';
import type { Tenant } from '../ports/tenant.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { aRule, shippedRouting } from '../test/routing.ts';
import { aTenant } from '../test/tenant.ts';
import { someSettings, withCategories } from '../test/tenant-settings.ts';
import { type TenantSettingsParts, tenantSettingsRoutes } from './tenant-settings.ts';

const PRICE = { input: 1, cachedInput: 1, output: 1 };

describe.each(databases)("an account's settings over HTTP, on $kind", ({ open }) => {
  let test: TestDatabase;
  let tenant: Tenant;
  let parts: TenantSettingsParts;
  let lines: LogFields[];
  let changed: string[];
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    [lines, changed] = [[], []];
    tenant = aTenant({ id: randomUUID(), environment: someSettings(), settings: someSettings() });
    parts = {
      ...{ store: test.store, hasModel: false, prices: { 'gpt-4o-mini': PRICE } },
      changed: async (id) => void changed.push(id),
      log: (_, fields) => void lines.push(fields),
    };
  });
  afterAll(() => test.close());

  const request = (method: string, path: string, body?: unknown) =>
    ask(asAdmin(tenant, tenantSettingsRoutes(parts)), method, `/v1/admin/settings${path}`, body);
  const read = async () => settingsViewSchema.parse((await request('GET', '')).body);
  const save = (
    over: { [Name in keyof TenantSettings]?: unknown } & Record<string, unknown>,
    basedOn: number,
    note?: string,
  ) => request('PUT', '', { settings: { ...someSettings(), ...over }, basedOn, note });
  const rules = async () => (await test.store.readRouting(tenant.id))?.rules;

  it("begin with the environment's, take changes in versions, and go back as a version of its own", async () => {
    const environment = {
      version: 0,
      savedBy: 'environment',
      savedAt: null,
      settings: someSettings(),
      hasModel: false,
    };
    expect(await read()).toMatchObject(environment);
    expect(await save({ mode: 'assist' }, 0, 'the pilot')).toMatchObject({
      status: 200,
      body: { version: 1, savedBy: 'admin:1', note: 'the pilot', settings: { mode: 'assist' } },
    });
    await save({ mode: 'auto' }, 1);
    const back = await request('POST', '/revert', { version: 1 });
    expect(back).toMatchObject({ status: 200, body: { version: 3, note: 'Back to version 1.' } });
    expect((await read()).settings.mode).toBe('assist');
    expect((await request('GET', '?version=2')).body).toMatchObject({ version: 2, settings: { mode: 'auto' } });
    const { versions } = settingsListSchema.parse((await request('GET', '/versions')).body);
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(changed).toEqual([tenant.id, tenant.id, tenant.id]);
    expect(lines.map(({ outcome, oldVersion, newVersion }) => [outcome, oldVersion, newVersion])).toEqual([
      ['settings_saved', 0, 1],
      ['settings_saved', 1, 2],
      ['settings_reverted', 2, 3],
    ]);
  });

  it('know no version that was never saved', async () => {
    expect((await request('GET', '?version=9')).status).toBe(404);
    expect((await request('POST', '/revert', { version: 9 })).status).toBe(404);
    expect((await request('POST', '/revert', { version: 0 })).status).toBe(400);
  });

  it('let one of several admins win who changed the same version', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => save({ reviewBelow: at / 20 }, 0)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(409)]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error.message).toBe(
      'Version 0 is not in force any more; read the settings again and change those.',
    );
    expect(changed).toHaveLength(1);
  });

  it('make no version of a change that changes nothing, and tell nobody', async () => {
    await save({ mode: 'assist' }, 0);
    expect(await save({ mode: 'assist' }, 1)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(changed).toHaveLength(1);
    expect(lines.at(-1)?.outcome).toBe('settings_unchanged');
  });

  it('give a new category the team of general, and say so', async () => {
    const answer = await save({ taxonomy: withCategories({ seats: true }) }, 0, 'halls');
    expect(answer.body.note).toBe('halls New categories go to general_support: seats.');
    expect((await rules())?.categories.seats).toEqual(shippedRouting().categories.general);
    expect(await test.store.readRouting(tenant.id)).toMatchObject({ version: 2, savedBy: 'file' });
  });

  it('take the row of a category that is gone, and give it back with the category', async () => {
    expect((await save({ taxonomy: withCategories({ without: ['billing'] }) }, 0)).status).toBe(200);
    expect(Object.keys((await rules())?.categories ?? {})).not.toContain('billing');
    tenant = { ...tenant, routing: (await rules()) ?? tenant.routing };
    expect((await save({}, 1)).status).toBe(200);
    expect(Object.keys((await rules())?.categories ?? {})).toContain('billing');
  });

  it('keep a category that a routing rule names', async () => {
    const named = { ...shippedRouting(), rules: [aRule({ when: { category: ['billing'] } })] };
    await test.store.saveRouting(tenant.id, named, { savedBy: 'admin', basedOn: 0 });
    const refused = await save({ taxonomy: withCategories({ without: ['billing'] }) }, 0);
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.body.error.message).toBe(
      'settings.taxonomy.categories: the routing rules name one that goes: rules.0.when.category.0: billing: there is no such category',
    );
    expect((await read()).version).toBe(0);
    expect((await save({ taxonomy: withCategories({ without: ['account'] }) }, 0)).status).toBe(200);
  });

  it('lose no change of the routing rules that is made at the same time', async () => {
    const { store } = parts;
    let isFirst = true;
    parts.store = {
      ...store,
      saveRouting: async (id, proposed, change) => {
        if (isFirst && change.basedOn > 0) {
          isFirst = false;
          const others = { ...shippedRouting(), rules: [aRule({ id: 'meanwhile' })] };
          await store.saveRouting(id, others, { savedBy: 'admin', basedOn: change.basedOn });
        }
        return store.saveRouting(id, proposed, change);
      },
    };
    expect((await save({ taxonomy: withCategories({ seats: true }) }, 0)).status).toBe(200);
    expect(isFirst).toBe(false);
    expect(await rules()).toMatchObject({ rules: [{ id: 'meanwhile' }], categories: { seats: {} } });
  });

  it.each([
    ['settings.mode: ', { mode: 'wild' }],
    ['settings.modeOf.seats: there is no such category', { modeOf: { seats: 'auto' } }],
    ['settings.groupOf.billing_support: a group is', { groupOf: { billing_support: 'x' } }],
    ['settings.askDetails: only in mode auto', { askDetails: true }],
    ['settings.model: the backend has no endpoint', { model: 'gpt-5' }],
    ['settings.readImages: only a model', { readImages: true }],
    ['settings: Unrecognized key: "colours"', { colours: 1 }],
    ['settings.mode: ', { mode: 'wild', reviewBelow: 2, model: '', slaWarnings: 1, readImages: 1, draftFrom: 'x' }],
  ])('are refused with what is wrong, and where: %s', async (message, over) => {
    const { status, body } = await save(over, 0);
    expect(status).toBe(400);
    expect(body.error.message.split('; ').length).toBeLessThanOrEqual(5);
    expect(body.error.message).toContain(message);
    expect((await read()).version).toBe(0);
    expect(changed).toEqual([]);
  });

  it('limit what a model may cost only where its price is known', async () => {
    parts.hasModel = true;
    const budget = { monthlyBudgetUsd: 5 };
    const { body } = await save({ model: 'gpt-5', ...budget }, 0);
    expect(body.error.message).toBe(
      'settings.monthlyBudgetUsd: no price of gpt-5 is known, so what it costs cannot be limited',
    );
    expect((await save({ model: 'gpt-5', readImages: true }, 0)).status).toBe(200);
    expect((await save({ model: 'gpt-4o-mini-2024-07-18', ...budget }, 1)).status).toBe(200);
    expect((await read()).hasModel).toBe(true);
  });

  it('spend no more on models than the operator pays for an account of the Marketplace', async () => {
    parts = { ...parts, hasModel: true };
    const environment = someSettings({ monthlyBudgetUsd: 20 });
    tenant = { ...tenant, kind: 'oauth', environment };
    for (const monthlyBudgetUsd of [null, 21])
      expect((await save({ monthlyBudgetUsd }, 0)).body.error.message).toBe(
        'settings.monthlyBudgetUsd: at most 20: this backend pays no more for an account',
      );
    expect((await save({ monthlyBudgetUsd: 20 }, 0)).status).toBe(200);
    tenant = { ...tenant, kind: 'environment' };
    expect((await save({ monthlyBudgetUsd: null }, 1)).status).toBe(200);
  });
});
