import { categoriesOf } from '../contract/categories.ts';
import { RULES } from '../contract/escalation-rules.ts';
import { faultsOfNames, type RoutingFault, sayFault } from '../contract/routing-faults.ts';
import type { RoutingRules } from '../contract/routing-rules.ts';
import { type TenantSettings, tenantSettingsSchema } from '../contract/tenant-settings.ts';
import { type Followed, followTaxonomy } from '../pipeline/routing/follow-taxonomy.ts';
import { findPrice, type Prices } from '../ports/prices.ts';
import { HttpProblem } from './errors.ts';

/** What settings are checked against. */
export type Surroundings = {
  /** Those of the backend itself, and those that are in force. */
  environment: TenantSettings;
  settings: TenantSettings;
  /** The routing rules in force. */
  rules: RoutingRules;
  /** Whether the backend has an endpoint for models. */
  hasModel: boolean;
  prices: Prices;
  /** What the operator pays for models at most in a month; null: no limit, or it is the account's own money. */
  ceilingUsd: number | null;
};

const MOST_FAULTS = 5;

const refuse = (faults: readonly string[]): never => {
  throw new HttpProblem('bad_request', faults.slice(0, MOST_FAULTS).join('; '));
};

/** What only an endpoint for models makes possible. */
function faultsOfModel(
  proposed: TenantSettings,
  { environment, hasModel, prices, ceilingUsd }: Surroundings,
): RoutingFault[] {
  const { model, monthlyBudgetUsd, readImages } = proposed;
  if (!hasModel)
    return [
      ...(model === environment.model
        ? []
        : [{ path: ['model'], message: 'the backend has no endpoint for models; ask its operator for one' }]),
      ...(readImages ? [{ path: ['readImages'], message: 'only a model can read pictures, and there is none' }] : []),
    ];
  if (ceilingUsd !== null && (monthlyBudgetUsd ?? Number.POSITIVE_INFINITY) > ceilingUsd)
    return [{ path: ['monthlyBudgetUsd'], message: `at most ${ceilingUsd}: this backend pays no more for an account` }];
  return monthlyBudgetUsd === null || findPrice(prices, model)
    ? []
    : [{ path: ['monthlyBudgetUsd'], message: `no price of ${model} is known, so what it costs cannot be limited` }];
}

/** What the change would make wrong in the routing rules: conditions that name a category which goes. */
function faultsOfRouting(
  proposed: TenantSettings,
  followed: Followed,
  { settings, rules }: Surroundings,
): RoutingFault[] {
  const faultsOf = (of: RoutingRules, { taxonomy }: TenantSettings) =>
    faultsOfNames(of, { categories: categoriesOf(taxonomy), signals: RULES }).map(sayFault);
  const before = faultsOf(rules, settings);
  return faultsOf(followed.rules, proposed)
    .filter((fault) => !before.includes(fault))
    .map((fault) => ({ path: ['taxonomy', 'categories'], message: `the routing rules name one that goes: ${fault}` }));
}

/** Settings that this account can work by, and what they make of its routing rules. Throws with what is wrong, and where. */
export function readTenantSettings(
  body: unknown,
  surroundings: Surroundings,
): { settings: TenantSettings; followed: Followed } {
  const { data, error } = tenantSettingsSchema.safeParse(body);
  if (!data)
    return refuse(
      error.issues.map(({ path, message }) => `${['settings', ...path].map(String).join('.')}: ${message}`),
    );
  const followed = followTaxonomy(surroundings.rules, categoriesOf(data.taxonomy));
  const faults = [...faultsOfModel(data, surroundings), ...faultsOfRouting(data, followed, surroundings)];
  return faults.length === 0
    ? { settings: data, followed }
    : refuse(faults.map(({ path, message }) => sayFault({ path: ['settings', ...path], message })));
}
