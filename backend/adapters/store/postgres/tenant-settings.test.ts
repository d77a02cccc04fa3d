import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantSettings } from '../../../contract/tenant-settings.ts';
import { databases, type TestDatabase } from '../../../test/databases.ts';
import { someSettings, withCategories } from '../../../test/tenant-settings.ts';

describe.each(databases)("the versions of an account's settings, on $kind", ({ open }) => {
  let test: TestDatabase;
  let id: string;
  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => {
    id = randomUUID();
  });
  afterAll(() => test.close());

  const save = (settings: TenantSettings, basedOn: number, note: string | null = null) =>
    test.store.saveTenantSettings(id, settings, { savedBy: 'admin:7', basedOn, note });
  const plant = (version: number, body: unknown) =>
    test.database.query(
      `INSERT INTO tenant_settings (tenant_id, version, body, hash, saved_by) VALUES ($1, $2, $3, 'h', 'admin:7')`,
      [id, version, JSON.stringify(body)],
    );

  it('keeps the order in which the categories stand, since their version is made from it', async () => {
    const settings = someSettings();
    const categories = Object.fromEntries(Object.entries(settings.taxonomy.categories).toReversed());
    await save({ ...settings, taxonomy: { ...settings.taxonomy, categories } }, 0);
    const read = await test.store.readTenantSettings(id);
    expect(Object.keys(read?.settings.taxonomy.categories ?? {})).toEqual(Object.keys(categories));
  });

  it('are none at first, then the newest is in force and the older ones stay as they were', async () => {
    expect(await test.store.readTenantSettings(id)).toBeNull();
    const first = await save(someSettings({ mode: 'assist' }), 0, 'for the pilot');
    expect(first).toMatchObject({ version: 1, savedBy: 'admin:7', note: 'for the pilot' });
    const second = await save(someSettings({ mode: 'auto' }), 1);
    expect(second).toMatchObject({ version: 2, settings: { mode: 'auto' } });
    expect(await test.store.readTenantSettings(id)).toEqual(second);
    expect(await test.store.readTenantSettingsVersion(id, 1)).toEqual(first);
    expect(await test.store.readTenantSettingsVersion(id, 9)).toBeNull();
    expect((await test.store.listTenantSettings(id)).map(({ version, note }) => [version, note])).toEqual([
      [2, null],
      [1, 'for the pilot'],
    ]);
    expect(await test.store.readTenantSettings(randomUUID())).toBeNull();
  });

  it('make no new one of what is in force already, in whatever order its parts stand', async () => {
    await save(someSettings(), 0);
    const turned = Object.fromEntries(Object.entries(someSettings()).toReversed()) as TenantSettings;
    expect(await save(turned, 1)).toMatchObject({ version: 1 });
    expect(await test.store.listTenantSettings(id)).toHaveLength(1);
  });

  it('let one of many win who changed the same one', async () => {
    await save(someSettings(), 0);
    const saved = await Promise.all(
      Array.from({ length: 12 }, (_, at) => save(someSettings({ reviewBelow: (at + 1) / 40 }), 1)),
    );
    expect(saved.filter((version) => version !== null)).toHaveLength(1);
    expect(await save(someSettings({ mode: 'auto' }), 1)).toBeNull();
    expect(await test.store.listTenantSettings(id)).toHaveLength(2);
  });

  it('pass over those that only another release can read, say which, and can be changed again', async () => {
    await save(someSettings({ mode: 'assist' }), 0);
    await plant(2, { ...someSettings({ mode: 'auto' }), colours: {} });
    await plant(3, { mode: 'auto' });
    expect(await test.store.readTenantSettings(id)).toMatchObject({ version: 1, passedOver: [3, 2] });
    expect(await test.store.readTenantSettingsVersion(id, 3)).toBeNull();
    expect(await save(someSettings({ mode: 'auto' }), 3)).toBeNull();
    expect(await save(someSettings({ mode: 'auto' }), 1)).toMatchObject({ version: 4 });
    expect(await test.store.readTenantSettings(id)).toEqual(await test.store.readTenantSettingsVersion(id, 4));
  });

  it('are the same in memory and in the database, whatever characters an admin sends', async () => {
    const { categories, ...others } = withCategories({ seats: true });
    const described = (description: string) => ({
      ...others,
      categories: { ...categories, seats: { ...categories.seats, description } } as typeof categories,
    });
    const saved = await save(someSettings({ taxonomy: described('a\0b\ud800') }), 0, 'c\0d');
    expect(saved).toMatchObject({ note: 'cd', settings: { taxonomy: described('ab\ufffd') } });
    expect(await test.store.readTenantSettings(id)).toEqual(saved);
    await expect(save(someSettings({ taxonomy: described('\0') }), 1)).rejects.toThrow('a definition is missing');
    expect(await test.store.readTenantSettings(id)).toEqual(saved);
  });
});
