export type AgentStatus = 'online' | 'away' | 'transfers_only' | 'offline';
export type Role = 'admin' | 'agent' | 'end-user';
export type User = {
  id: number;
  name: string;
  email: string;
  role: Role;
  locale: string;
  organization_id: number | null;
  group_ids: number[];
  /** Absent: a full agent or an end user; 1 is a light agent, 3 a contributor: neither can have a ticket. */
  role_type?: number;
  ticket_restriction?: string | null;
  suspended?: boolean;
  /** On the support channel; absent is online. */
  status?: AgentStatus;
};
export type Group = { id: number; name: string };
export type Organization = { id: number; name: string };
export type Attachment = {
  id: number;
  file_name: string;
  content_type: string;
  size: number;
  /** What its content is made from; absent = from its name. */
  text?: string;
};
export type Comment = {
  id: number;
  audit_id: number;
  author_id: number;
  public: boolean;
  text: string;
  html: string;
  channel: string;
  created_at: string;
  attachments: Attachment[];
};
export type AuditEvent =
  | {
      id: number;
      type: 'Create' | 'Change';
      field_name: string;
      value: unknown;
      previous_value?: unknown;
      /** Set where it differs from the audit's: what a trigger changed in the wake of somebody's update. */
      channel?: string;
    }
  | { id: number; type: 'Comment'; comment_id: number };
export type Audit = { id: number; author_id: number; channel: string; created_at: string; events: AuditEvent[] };
export type Rating = { id: number; score: 'good' | 'bad'; created_at: string };
export type FieldValue = string | boolean | null;
export type FieldOption = { id: number; name: string; value: string };
export type FieldShape =
  | { type: 'tagger'; options: FieldOption[] }
  | { type: 'decimal' | 'integer' | 'text' }
  | { type: 'checkbox'; tag: string };
/** `identifier` is the requirement's that made it, or its id for one made by hand. */
export type TicketField = { id: number; identifier: string; title: string } & FieldShape;

/** A ticket as it is kept; `ticket-view.ts` makes the REST shape of it. Stamps have 1-second resolution, as Zendesk's. */
export type Ticket = {
  id: number;
  subject: string;
  status: string;
  priority: string | null;
  type: string | null;
  external_id: string | null;
  channel: string;
  requester_id: number;
  submitter_id: number;
  assignee_id: number | null;
  group_id: number | null;
  organization_id: number | null;
  /** Absent in states that were kept before there were any. */
  follower_ids?: number[];
  tags: string[];
  fields: Record<number, FieldValue>;
  rating: Rating | null;
  /** Absent in states that were kept before there were metrics. */
  solved_at?: string | null;
  reopens?: number;
  comments: Comment[];
  audits: Audit[];
  created_at: string;
  updated_at: string;
};
export type Article = {
  id: number;
  locale: string;
  source_locale: string;
  section: string;
  title: string;
  body: string;
  updated_at: string;
  draft?: boolean;
  /** Who may read it when not everybody may. */
  user_segment_id?: number | null;
};
export type Webhook = {
  id: string;
  name: string;
  status: 'active' | 'inactive';
  endpoint: string;
  http_method: string;
  request_format: string;
  subscriptions: string[];
  authentication: unknown;
  secret: string;
  created_at: string;
  created_by: number;
};
export type Token = {
  access_token: string;
  /** Absent in states that were kept before there were several clients. */
  client_id?: string;
  created_at?: string;
  refresh_token: string | null;
  user_id: number;
  scopes: string[];
  expires_at: number;
  refresh_expires_at: number;
};
export type InstalledApp = {
  id: number;
  name: string;
  installation_id: number | null;
  settings: Record<string, unknown>;
};
/** The packaged app as an admin installed it. */
export type KeptInstallation = {
  id: number;
  /** Values of its parameters, secure ones included. */
  settings: Record<string, string>;
  /** Ids of the ticket fields that it made, by requirement identifier. */
  requirements: Record<string, number>;
};
export type Condition = { field: string; operator: string; value: string };
export type Trigger = {
  id: number;
  title: string;
  active: boolean;
  conditions: { all: Condition[]; any: Condition[] };
  actions: { field: string; value: string[] }[];
  created_at: string;
  updated_at: string;
};

/** Everything that a restart must not lose. */
export type State = {
  version: 1;
  lastId: number;
  lastTicketId: number;
  clientSecret: string;
  subdomain: string;
  accountId: number;
  /** Who is signed in, by the secret in their cookie. */
  sessions: Record<string, number>;
  groups: Group[];
  fields: TicketField[];
  installation: KeptInstallation | null;
  triggers: Trigger[];
  users: User[];
  organizations: Organization[];
  tickets: Map<number, Ticket>;
  articles: Article[];
  webhooks: Webhook[];
  tokens: Token[];
  apps: InstalledApp[];
};

export function nextId(state: State): number {
  state.lastId += 1;
  return state.lastId;
}

/** Zendesk's stamps end at the second: two changes within one second look alike. */
export function stamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
