import type { Taxonomy } from '../contract/categories.ts';
import type { RoutingRules } from '../contract/routing-rules.ts';
import type { Mode } from '../contract/settings.ts';
import type { Category } from '../contract/taxonomy.ts';
import type { TenantSettings } from '../contract/tenant-settings.ts';
import type { Detector } from './detector.ts';
import type { Embedder } from './embedder.ts';
import type { Engine } from './engine.ts';
import type { Retention } from './erasure.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { HelpdeskAccount } from './helpdesk-account.ts';
import type { MaskingPolicy } from './masker.ts';
import type { Prices } from './prices.ts';
import type { ReplyRules } from './reply-rules.ts';
import type { ModelInForce } from './trainer.ts';

/** One helpdesk account and everything that serves it. */
export type Tenant = {
  id: string;
  /** Of an account in the environment of the backend, its OAuth client is there too; otherwise an admin allowed us. */
  kind: 'environment' | 'oauth';
  /** What its admin decided, or the backend's environment where nobody did. */
  settings: TenantSettings;
  /** What holds where nobody decided. */
  environment: TenantSettings;
  mode: Mode;
  /** The mode of single categories, in place of `mode`. */
  modeOf: Readonly<Partial<Record<Category, Mode>>>;
  /** The secrets that a sidebar token may be signed with now: more than one during a rotation. */
  appSecrets(): readonly string[];
  helpdesk: Helpdesk;
  /** The account itself, beside its tickets. */
  account: HelpdeskAccount;
  /** The ladder, best first. */
  engines: readonly Engine[];
  /** The model that its builtin engine runs on. */
  builtin: ModelInForce;
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
  /** The account as it is set now; null where there is none, or where it has left us. */
  find(id: string): Promise<Tenant | null>;
  /** The accounts that work is done for. */
  list(): Promise<string[]>;
  /** The only account of a backend that serves one; null where it serves many, so that each has to be named. */
  readonly sole: string | null;
  /** Its settings or its connection have changed: who asks from now on gets them. */
  changed(id: string): void;
};
