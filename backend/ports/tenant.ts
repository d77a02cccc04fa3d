import type { Mode } from '../contract/settings.ts';
import type { Embedder } from './embedder.ts';
import type { Engine } from './engine.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { RoutingTable } from './routing-table.ts';

/** One helpdesk account and everything that serves it. */
export type Tenant = {
  id: string;
  mode: Mode;
  /** What the sidebar's token names as issuer: the account's subdomain. */
  issuer: string;
  /** The secrets that a sidebar token may be signed with: the current one and, during a rotation, the next. */
  appSecrets: readonly string[];
  helpdesk: Helpdesk;
  /** The ladder, best first. */
  engines: readonly Engine[];
  embedder: Embedder;
  routing: RoutingTable;
  /** Below this confidence a human decides. */
  reviewBelow: number;
};

export type Tenants = {
  find(id: string): Tenant | null;
  findByIssuer(issuer: string): Tenant | null;
  all(): readonly Tenant[];
};
