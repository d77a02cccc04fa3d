import type { Taxonomy } from '../contract/categories.ts';
import type { RoutingRules } from '../contract/routing-rules.ts';
import type { Mode } from '../contract/settings.ts';
import type { Detector } from './detector.ts';
import type { Embedder } from './embedder.ts';
import type { Engine } from './engine.ts';
import type { Retention } from './erasure.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { MaskingPolicy } from './masker.ts';
import type { Prices } from './prices.ts';
import type { ReplyRules } from './reply-rules.ts';

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
  /** Whose tokens a text's length is counted in. */
  model: string;
  /** The one that knowledge is to be embedded by. */
  embedder: Embedder;
  /** Another one by its id, which may still serve until the new one is ready; null where it cannot be had any more. */
  findEmbedder(id: string): Embedder | null;
  reply: ReplyRules;
  /** Whether a customer who has not said what the matter is may be asked for it without a person. */
  askDetails: boolean;
  retention: Retention;
  masking: MaskingPolicy;
  /** A second detector of personal data beside the masker's own rules. */
  detector: Detector | null;
  /** Whether pictures that a customer attached go to the model. */
  images: boolean;
  taxonomy: Taxonomy;
  /** Those of the configuration; in force for as long as no admin has saved others. */
  routing: RoutingRules;
  /** Whether tags on a ticket tell that a promise to its customer is at risk or broken. */
  slaWarnings: boolean;
  /** Below this confidence of the category a human decides, for as long as no dial says better. */
  reviewBelow: number;
  prices: Prices;
  /** What models may cost in a calendar month (UTC); once it is spent the builtin engine goes on alone. Null: no limit. */
  monthlyBudgetUsd: number | null;
};

export type Tenants = {
  find(id: string): Tenant | null;
  findByIssuer(issuer: string): Tenant | null;
  all(): readonly Tenant[];
};
