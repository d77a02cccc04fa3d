import { useState } from 'react';
import type { DryRun } from '../../../../backend/contract/routing.ts';
import type { RoutingRules } from '../../../../backend/contract/routing-rules.ts';
import { ApiError } from '../../../api/api-error.ts';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { faultsIn } from '../../versions/document.ts';
import { useRouting } from './RoutingDraft.tsx';
import { accepted } from './rules-document.ts';

export const DAYS = 30;

type Tried = { rules: RoutingRules; result: DryRun };

/** The draft of the rules tried on the tickets of the last days; nothing is changed by it. */
export function useTryOut() {
  const client = useClient();
  const { body, saved, refuse } = useRouting();
  const [tried, setTried] = useState<Tried | null>(null);
  const ask = useAction(async (rules: RoutingRules, before: DryRun | null) => {
    refuse([]);
    try {
      const query = { days: DAYS, skip: before?.nextSkip ?? 0 };
      const result = await client.call('dryRunRouting', { query, body: accepted(rules) });
      setTried({ rules, result: { ...result, flips: [...(before?.flips ?? []), ...result.flips] } });
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'bad_request') refuse(faultsIn(failure.message));
      throw failure;
    }
  });
  return {
    result: tried?.result ?? null,
    /** Whether it was these rules that were tried, against those in force. */
    isCurrent: tried !== null && tried.rules === body && tried.result.basedOn === saved.version,
    isBusy: ask.isBusy,
    error: ask.error,
    run: () => ask.run(body, null),
    more: () => (tried ? ask.run(tried.rules, tried.result) : Promise.resolve(false)),
  };
}
export type TryOut = ReturnType<typeof useTryOut>;
