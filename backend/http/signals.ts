import { Hono } from 'hono';
import { adminApi } from '../contract/admin-api.ts';
import { RULES } from '../contract/escalation-rules.ts';
import type { SignalsView } from '../contract/signals.ts';
import { signalPrecision } from '../feedback/signal-precision.ts';
import { countShipped } from '../pipeline/escalation/find-signals.ts';
import { readRulesInForce } from '../pipeline/routing/rules-in-force.ts';
import type { RoutingVersion } from '../ports/routing-rules.ts';
import type { SignalCount } from '../ports/signals.ts';
import type { Store } from '../ports/store.ts';
import type { Env } from './env.ts';

export type SignalRouteParts = {
  store: Pick<Store, 'readRouting' | 'saveRouting' | 'countSignals'>;
};

const LOOK_BACK_DAYS = 100;
const DAY_MS = 86_400_000;

function toView({ version, rules }: RoutingVersion, since: Date, counts: readonly SignalCount[]): SignalsView {
  const { muted, phrases, notSignals } = rules.escalation;
  const notSignalsOf = (rule: string | undefined) =>
    notSignals.filter((one) => one.rule === rule).map(({ text }) => text);
  return {
    version,
    since: since.toISOString(),
    rules: RULES.map((rule) => ({
      rule,
      isMuted: muted.includes(rule),
      shipped: countShipped(rule),
      phrases: phrases
        .filter((phrase) => phrase.rule === rule)
        .map(({ text, language = null }) => ({ text, language })),
      notSignals: notSignalsOf(rule),
      ...signalPrecision(rule, counts),
    })),
    notSignals: notSignalsOf(undefined),
  };
}

/** The rules of the escalation phrases, and how often people agreed with them. They are changed with the routing rules. */
export function signalRoutes({ store }: SignalRouteParts) {
  return new Hono<Env>().get(adminApi.readSignals.path, async (c) => {
    const { tenant } = c.var;
    const since = new Date(Date.now() - LOOK_BACK_DAYS * DAY_MS);
    const [inForce, counts] = await Promise.all([
      readRulesInForce(tenant, store),
      store.countSignals(tenant.id, since),
    ]);
    return c.json(toView(inForce, since, counts));
  });
}
