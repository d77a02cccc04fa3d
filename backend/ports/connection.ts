/** What Zendesk gave us to act with; a refresh ends the pair that it was made from. */
export type Tokens = {
  accessToken: string;
  /** Null for a client that needs none, since it asks for itself. */
  refreshToken: string | null;
  /** ISO 8601. */
  endsAt: string;
  scopes: string[];
};

/** The webhook that we made. `secrets`: what it signs with, the newest first; two during a rotation. */
export type OwnWebhook = { id: string; kind: 'events' | 'trigger'; triggerId: string | null; secrets: string[] };

/** How an account and we are connected. Secrets are sealed at rest. */
export type Connection = {
  tenantId: string;
  /** `uninstalled`: the app is gone from the account, or its admin disconnected us. */
  state: 'new' | 'connected' | 'uninstalled';
  installationId: string | null;
  /** The helpdesk's user id of who allowed it, and their name. */
  connectedBy: { id: string; name: string } | null;
  connectedAt: string | null;
  tokens: Tokens | null;
  webhook: OwnWebhook | null;
  /** What the sidebar's tokens may be signed with, the newest first; an older one counts until its end. */
  sidebarSecrets: { secret: string; endsAt: string | null }[];
  /** The group of each team as it was found when we connected, by id: a group that is renamed later stays the team's. */
  groupOf: Record<string, string>;
  /** Goes up with every change, so that other processes notice. */
  revision: number;
};

/** An authorisation that an admin has begun: what its answer is checked against. */
export type Authorization = { tenantId: string; verifier: string; userId: string | null };

export type ConnectionStore = {
  readConnection(tenantId: string): Promise<Connection | null>;
  /** Makes it with state `new` when there is none. */
  openConnection(tenantId: string, installationId: string | null): Promise<Connection>;
  /** Changes what is named, in one go; gives back what there is then. Null when there is no connection. */
  saveConnection(
    tenantId: string,
    change: Partial<Omit<Connection, 'tenantId' | 'revision' | 'tokens'>>,
  ): Promise<Connection | null>;
  /** Replaces the tokens whoever holds them; for a new authorisation, or null for none. */
  saveTokens(tenantId: string, tokens: Tokens | null): Promise<void>;
  /**
   * Takes the right to refresh for so long, when nobody has it and the tokens are still these; false: read them again.
   * A holder that dies loses it by itself.
   */
  takeRefresh(tenantId: string, accessToken: string, forSeconds: number): Promise<boolean>;
  /**
   * Keeps the new pair and gives the right back; null: there is no new pair, and the old one stays. False when the tokens were
   * replaced meanwhile: then these are not kept.
   */
  endRefresh(tenantId: string, oldAccessToken: string, tokens: Tokens | null): Promise<boolean>;
  /** Keeps what an authorisation is checked against, for ten minutes and one use. */
  saveAuthorization(state: string, authorization: Authorization): Promise<void>;
  takeAuthorization(state: string): Promise<Authorization | null>;
  /** The accounts that are connected, for work that goes over all of them. */
  listConnected(): Promise<string[]>;
  /** Seals everything that an older key sealed with the newest; how many there were. */
  resealConnections(): Promise<number>;
};
