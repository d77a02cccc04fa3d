import type { Category } from '../contract/taxonomy.ts';
import type { OwnWebhook, Tokens } from './connection.ts';
import type { TriageFields } from './ticket.ts';

/** `restricted`: an agent who may not see every ticket of the account. */
export type AccountRole = 'admin' | 'agent' | 'restricted' | 'other';
export type AccountUser = { id: string; name: string; role: AccountRole };

/** How we are let in, and which secrets the environment gives, so that they are not ours to make. */
export type AccountAccess = { kind: 'environment' | 'oauth'; given: { webhook: boolean; sidebar: boolean } };

/** What an admin is asked to allow. `challenge`: PKCE's, S256. */
export type AskedAuthorization = { state: string; challenge: string; redirectUri: string };
/** What came back of it. */
export type AnsweredAuthorization = { code: string; verifier: string; redirectUri: string };

/** One of our ticket fields as it stands; `id` null: there is none. */
export type AccountField = {
  name: keyof TriageFields;
  id: string | null;
  active: boolean;
  /** The values that it offers, in our words; empty for those that offer none. */
  options: string[];
};

/** The webhook as it stands. `missing`: what it does not tell us of; `trusted`: whether it signs with a secret that we have. */
export type WebhookState = { active: boolean; endpoint: string; missing: string[]; trusted: boolean };

/** `team`: what the rules would call it. */
export type AccountGroup = { id: string; name: string; team: string };

export type AccountInstallation = { id: string; enabled: boolean };

/**
 * What we do to a helpdesk account beside its tickets. Everything that makes something takes over what is there, so that it
 * may run twice. Calls throw OutsideError; `unauthorized` means that an admin has to allow us again.
 */
export type HelpdeskAccount = {
  access: AccountAccess;
  authorizeUrl(asked: AskedAuthorization): string;
  /** Changes the answer into tokens and says whose they are. Throws `unauthorized` when it does not count any more. */
  redeem(answered: AnsweredAuthorization): Promise<{ tokens: Tokens; user: AccountUser }>;
  /** Ends tokens; also when they have ended already. */
  revoke(tokens: Pick<Tokens, 'accessToken'>): Promise<void>;
  whoAmI(): Promise<AccountUser>;
  /** Which of the scopes that we ask for were not granted. */
  fetchMissingScopes(): Promise<string[]>;
  /** `other` also for a user who is suspended or does not exist. */
  fetchRole(userId: string): Promise<AccountRole>;
  /** Null when it is gone. */
  fetchWebhook(webhook: OwnWebhook): Promise<WebhookState | null>;
  /** Makes it, or takes over or mends the one with this endpoint. `known`: what we had before. */
  openWebhook(endpoint: string, known: OwnWebhook | null): Promise<OwnWebhook>;
  /** Has it sign with a new secret from now on; the old one stays as second. */
  rotateWebhookSecret(webhook: OwnWebhook): Promise<OwnWebhook>;
  /** With its trigger; also when either is gone. */
  deleteWebhook(webhook: Pick<OwnWebhook, 'id' | 'triggerId'>): Promise<void>;
  /** Of our app: the one with this id, or any when the id is not known. */
  fetchInstallation(installationId: string | null): Promise<AccountInstallation | null>;
  /** The public key, PEM, of the app that this is an installation of; null when it is none of ours. */
  fetchAppKey(installationId: string, backendUrl: string): Promise<string | null>;
  /** Gives the installation the secret that the sidebar's tokens are signed with. */
  writeSidebarSecret(installationId: string, secret: string): Promise<void>;
  fetchFields(): Promise<AccountField[]>;
  /** Makes the fields that are missing, switches on those that are off, and adds the categories that are no option yet. */
  mendFields(categories: readonly Category[]): Promise<void>;
  fetchGroups(): Promise<AccountGroup[]>;
};
