import { CategoryTable } from './CategoryTable.tsx';
import { Compare } from './Compare.tsx';
import { DryRunSection } from './DryRunSection.tsx';
import { RuleList } from './RuleList.tsx';
import { useTryOut } from './useTryOut.ts';

/** Who takes a ticket, by when, and whom to pull in. */
export function RoutingPage() {
  const tryOut = useTryOut();
  const { result, isCurrent } = tryOut;
  const fired = result && isCurrent ? new Map(result.fired.map(({ rule, count }) => [rule, count])) : null;
  return (
    <>
      <RuleList fired={fired} />
      <DryRunSection tryOut={tryOut} />
      <CategoryTable />
      <Compare />
    </>
  );
}
