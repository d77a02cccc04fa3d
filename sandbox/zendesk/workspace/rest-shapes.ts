export type FieldValue = string | number | boolean | null | string[];

export type Ticket = {
  id: number;
  subject: string | null;
  description: string | null;
  status: string;
  priority: string | null;
  type: string | null;
  tags: string[];
  group_id: number | null;
  assignee_id: number | null;
  requester_id: number;
  brand_id: number | null;
  ticket_form_id: number | null;
  custom_fields: { id: number; value: FieldValue }[];
  via: { channel: string };
  created_at: string;
  updated_at: string;
};

export type Attachment = { id: number; file_name: string; content_type: string; content_url: string; size: number };
export type Comment = {
  id: number;
  author_id: number;
  public: boolean;
  body: string;
  html_body: string | null;
  created_at: string;
  via: { channel: string };
  attachments: Attachment[];
};

export type User = { id: number; name: string; email: string | null; role: string; locale?: string | null };
export type Group = { id: number; name: string };
export type FieldOption = { name: string; value: string };
export type TicketField = {
  id: number;
  type: string;
  title: string;
  /** False for what every account has. */
  removable: boolean;
  custom_field_options?: FieldOption[];
};

export type Installation = {
  appId: number;
  installationId: number | null;
  name: string;
  version: string;
  settings: Record<string, unknown>;
  /** The app's page on its own origin; null until the app is built. */
  appUrl: string | null;
  /** The app's pages by location. */
  locations: Record<string, string>;
  /** Locations that are opened with a token. */
  signed: string[];
  /** Why there is no app. */
  problem?: string | null;
  account: { subdomain: string };
  currentUser: { id: number; name: string; email: string; role: string; locale: string; groups: Group[] };
  /** Field ids by requirement identifier. */
  requirements: Record<string, number>;
};

export type CatalogParameter = {
  name: string;
  type: string;
  label: string;
  help: string;
  secure: boolean;
  required: boolean;
  value: string;
};
export type CatalogApp = {
  id: number;
  name: string;
  version: string;
  description: string;
  instructions: string;
  logo: string;
  locations: string[];
  domains: string[];
  /** Titles of the ticket fields that it makes. */
  fields: string[];
  parameters: CatalogParameter[];
};
/** `installation` is its id, or null. */
export type Catalog = { app: CatalogApp | null; installation: number | null };
