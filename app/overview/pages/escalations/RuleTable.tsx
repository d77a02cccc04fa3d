import { type BarColumn, BarTable, ShareBar } from '../../../ui/chart/BarTable.tsx';
import { Small } from '../../../ui/layout.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { FEW, wilson } from '../../parts/wilson.ts';
import type { EscalationRule } from './sorted.ts';

/** Each reason, how often it stood on a ticket, and how often people left the mark. */
export function RuleTable({ rules }: { rules: readonly EscalationRule[] }) {
  const { t, name, number } = usePageWords();
  const most = Math.max(...rules.map(({ fired }) => fired));
  const columns: BarColumn<EscalationRule>[] = [
    {
      key: 'rule',
      head: t('escalations.rule'),
      kind: 'head',
      cell: ({ layer, rule }) => (
        <>
          {layer === 'signal' ? name('escalation.rule', rule) : name('escalations.other', rule)}
          <Small style={{ fontWeight: 400 }}>{t(`escalations.layer.${layer}`)}</Small>
        </>
      ),
    },
    {
      key: 'fired',
      head: t('chart.tickets'),
      bar: ({ fired }) => ({ share: most > 0 ? fired / most : null, text: number(fired) }),
    },
    {
      key: 'agreed',
      head: t('escalations.agreed'),
      cell: ({ agreed, decided }) => <Agreed agreed={agreed} decided={decided} />,
    },
    {
      key: 'alone',
      head: t('escalations.alone'),
      cell: ({ agreedAlone, decidedAlone }) => <Agreed agreed={agreedAlone} decided={decidedAlone} />,
    },
  ];
  return (
    <BarTable
      caption={t('escalations.title')}
      columns={columns}
      rows={rules}
      keyOf={({ layer, rule }) => `${layer} ${rule}`}
    />
  );
}

/** A share of few tickets says little, so what it may be in truth stands below it. */
function Agreed({ agreed, decided }: { agreed: number; decided: number }) {
  const { t, number, percent } = usePageWords();
  if (decided === 0) return <Small>{t('escalations.undecided')}</Small>;
  const { low, high } = wilson(agreed, decided);
  const isFew = decided < FEW;
  return (
    <>
      <ShareBar share={agreed / decided} text={percent(agreed / decided)} isWeak={isFew} />
      <Small>
        {t('escalations.of', { agreed: number(agreed), decided: number(decided) })}{' '}
        {t('escalations.interval', { low: percent(low), high: percent(high) })}
        {isFew && ` ${t('escalations.few')}`}
      </Small>
    </>
  );
}
