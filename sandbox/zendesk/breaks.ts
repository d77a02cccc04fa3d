import type { Account } from './account.ts';
import { renameGroup } from './groups.ts';
import { installApp, uninstallApp } from './install.ts';
import type { KeptInstallation, Webhook } from './state.ts';
import { removeField } from './ticket-fields.ts';

/** What goes wrong in an account behind a connected app's back, and what an admin does about it. */
export type Breaks = {
  /** Ends every token of every client. */
  revokeTokens(): void;
  /** Tokens that are there and all to come are for these scopes only; null lifts the limit for those to come. */
  narrowScopes(scopes: string[] | null): void;
  readWebhooks(): Webhook[];
  /** Deletes one by its id, or all. */
  deleteWebhook(id?: string): void;
  /** By the requirement's identifier. */
  deleteField(identifier: string): void;
  renameGroup(before: string, after: string): void;
  install(settings?: Record<string, string>): KeptInstallation;
  uninstall(): void;
  /** The app's installation with its settings, secure ones included; null when there is none. */
  installation(): KeptInstallation | null;
};

export function createBreaks(account: Account): Breaks {
  const { state, touched } = account;
  return {
    revokeTokens() {
      state.tokens = [];
      touched();
    },
    narrowScopes(scopes) {
      account.scopeLimit = scopes;
      for (const token of scopes === null ? [] : state.tokens) token.scopes = [...(scopes ?? [])];
      touched();
    },
    readWebhooks: () => structuredClone(state.webhooks),
    deleteWebhook(id) {
      state.webhooks = state.webhooks.filter((webhook) => id !== undefined && webhook.id !== id);
      touched();
    },
    deleteField(identifier) {
      const field = state.fields.find((known) => known.identifier === identifier);
      if (field === undefined) throw new Error(`There is no field ${identifier}`);
      removeField(account, field.id);
    },
    renameGroup(before, after) {
      const group = state.groups.find(({ name }) => name === before);
      if (group === undefined) throw new Error(`There is no group ${before}`);
      renameGroup(account, group, after);
    },
    install: (settings = {}) => structuredClone(installApp(account, settings)),
    uninstall: () => uninstallApp(account),
    installation: () => structuredClone(state.installation),
  };
}
