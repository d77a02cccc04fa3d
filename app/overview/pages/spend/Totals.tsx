import type { Spend } from '../../../../backend/contract/overview.ts';
import { BarTable } from '../../../ui/chart/BarTable.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Facts } from '../Facts.tsx';
import { isPaid, usdOf } from './forecast.ts';
import { meanOf, sparedOf, type Total, totalsOf } from './totals.ts';
import { useNameOf } from './useNameOf.ts';

/** What the days come to. */
export function Totals({ spend }: { spend: Spend }) {
  const { t, locale, number, money } = usePageWords();
  // A call costs less than a cent.
  const fine = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 });
  const { days, unpricedCalls } = spend;
  const mean = meanOf(days);
  const totals = totalsOf(days);
  const spared = sparedOf(days);
  const calls = days.filter(isPaid).reduce((sum, each) => sum + each.calls, 0);
  return (
    <>
      <Facts
        width={160}
        facts={[
          [t('spend.cost'), money(usdOf(days))],
          [t('spend.calls'), number(calls)],
          [t('spend.aCall'), mean === null ? '–' : fine.format(mean)],
          [
            t('spend.spared'),
            spared.usd === null
              ? number(spared.calls)
              : t('spend.sparedFor', { calls: number(spared.calls), usd: money(spared.usd) }),
          ],
        ]}
      />
      {unpricedCalls > 0 && (
        <Notice tone="warning" title={t('spend.unpriced', { count: unpricedCalls, calls: number(unpricedCalls) })} />
      )}
      {totals.length > 1 && <ByPurpose totals={totals} spend={spend} />}
    </>
  );
}

function ByPurpose({ totals, spend }: { totals: readonly Total[]; spend: Spend }) {
  const { t, number, money } = usePageWords();
  const nameOf = useNameOf(spend);
  const all = usdOf(spend.days);
  return (
    <BarTable
      caption={t('spend.table')}
      columns={[
        { key: 'name', head: t('spend.what'), kind: 'head', cell: ({ key }) => nameOf(key) },
        { key: 'calls', head: t('spend.calls'), kind: 'number', cell: (row) => number(row.calls) },
        {
          key: 'usd',
          head: t('spend.cost'),
          bar: ({ usd }) => ({
            share: usd !== null && all > 0 ? usd / all : null,
            text: usd === null ? t('spend.noPrice') : money(usd),
          }),
        },
      ]}
      rows={totals}
      keyOf={({ key }) => key}
    />
  );
}
