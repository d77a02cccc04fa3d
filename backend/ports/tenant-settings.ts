import type { TenantSettings } from '../contract/tenant-settings.ts';

/** One version of an account's settings. A version never changes. */
export type SettingsVersion = {
  version: number;
  /** `admin:<the helpdesk's user id>` or `operator`. */
  savedBy: string;
  savedAt: string;
  note: string | null;
  settings: TenantSettings;
};

export type SettingsStore = {
  /**
   * The newest that this release can read, which is in force; null while there is none. `passedOver`: newer ones that it cannot
   * read, for the caller to log.
   */
  readTenantSettings(tenantId: string): Promise<(SettingsVersion & { passedOver?: number[] }) | null>;
  readTenantSettingsVersion(tenantId: string, version: number): Promise<SettingsVersion | null>;
  /** Puts them in force as the next version. Null when `basedOn` (0: none) is not in force any more: somebody else was first. */
  saveTenantSettings(
    tenantId: string,
    settings: TenantSettings,
    change: { savedBy: string; basedOn: number; note: string | null },
  ): Promise<SettingsVersion | null>;
  /** The newest first. */
  listTenantSettings(tenantId: string): Promise<Omit<SettingsVersion, 'settings'>[]>;
};
