import type { Spend } from '../../../../backend/contract/overview.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { type Resource, useRead } from '../../api/useResource.ts';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { Loaded, Waiting } from '../../parts/Loaded.tsx';
import { NothingYet } from '../../parts/NothingYet.tsx';
import { RangeBar } from '../../parts/RangeBar.tsx';
import { type Range, useRange } from '../../parts/useRange.ts';
import { Budget } from './Budget.tsx';
import { CostByDay } from './CostByDay.tsx';
import { Totals } from './Totals.tsx';

const HEAD = ['day', 'model', 'purpose', 'calls', 'usd'] as const;

/** What models cost, against the budget. */
export function SpendPage() {
  const range = useRange();
  const spend = useRead('readSpend', { query: range.query });
  const view = spend.value && { ...spend.value, timeZone: 'UTC' };
  return (
    <>
      {range.days ? <BudgetOfNow /> : <BudgetOf resource={spend} />}
      <RangeBar range={range} view={view}>
        {view && (
          <CsvButton
            name="cost"
            range={view}
            head={HEAD}
            rows={view.days.map((day) => HEAD.map((column) => day[column]))}
          />
        )}
      </RangeBar>
      <Loaded resource={spend}>{(value) => <Days spend={value} range={range} />}</Loaded>
    </>
  );
}

/** The budget is of this month, whichever days are looked at below. */
const BudgetOfNow = () => <BudgetOf resource={useRead('readSpend', {})} />;

/** Why it cannot be read is said below, where the days would be. */
const BudgetOf = ({ resource: { value, error } }: { resource: Resource<Spend> }) =>
  value ? <Budget spend={value} /> : error ? null : <Waiting shape={[120]} />;

function Days({ spend, range }: { spend: Spend; range: Range }) {
  const { t } = usePageWords();
  return (
    <Section title={t('spend.title')} text={t('spend.text')}>
      {spend.days.some(({ calls }) => calls > 0) ? (
        <>
          <Totals spend={spend} />
          <CostByDay spend={spend} />
        </>
      ) : (
        <NothingYet
          title={t('spend.none')}
          text={t('spend.noneText')}
          range={range}
          view={{ ...spend, timeZone: 'UTC' }}
        />
      )}
    </Section>
  );
}
