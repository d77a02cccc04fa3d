import type { Escalations } from '../../../../backend/contract/overview.ts';
import { Choice } from '../../../ui/page/Choice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint, Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { NothingYet } from '../../parts/NothingYet.tsx';
import { RangeBar } from '../../parts/RangeBar.tsx';
import { usePlaceChoice } from '../../parts/usePlaceChoice.ts';
import { type Range, useRange } from '../../parts/useRange.ts';
import { wilson } from '../../parts/wilson.ts';
import { RuleTable } from './RuleTable.tsx';
import { ORDERS, type Order, sorted } from './sorted.ts';

const HEAD = ['layer', 'rule', 'fired', 'decided', 'agreed', 'low', 'high', 'decidedAlone', 'agreedAlone'] as const;

/** Which reasons to escalate people agreed with. */
export function EscalationsPage() {
  const range = useRange();
  const [order, setOrder] = usePlaceChoice('order', ORDERS);
  const escalations = useRead('readEscalations', { query: range.query });
  const { value } = escalations;
  return (
    <>
      <RangeBar range={range} view={value}>
        {value && (
          <CsvButton
            name="escalations"
            range={value}
            head={HEAD}
            rows={sorted(value.rules, order).map((rule) => {
              const row = { ...rule, ...wilson(rule.agreed, rule.decided) };
              return HEAD.map((column) => row[column]);
            })}
          />
        )}
      </RangeBar>
      <Loaded resource={escalations}>
        {(view) => <Rules view={view} range={range} order={order} onOrder={setOrder} />}
      </Loaded>
    </>
  );
}

type Props = { view: Escalations; range: Range; order: Order; onOrder(order: Order): void };

function Rules({ view, range, order, onOrder }: Props) {
  const { t, number } = usePageWords();
  const fired = view.rules.filter((rule) => rule.fired > 0);
  if (fired.length === 0)
    return (
      <Section title={t('escalations.title')}>
        <NothingYet title={t('escalations.none')} text={t('escalations.noneText')} range={range} view={view} />
      </Section>
    );
  return (
    <Section
      title={t('escalations.title')}
      text={t('escalations.flagged', { count: view.flagged, tickets: number(view.flagged) })}
      actions={
        <Choice
          label={t('escalations.order')}
          value={order}
          options={ORDERS.map((value) => ({ value, label: t(`escalations.by.${value}`) }))}
          onChange={onOrder}
        />
      }
    >
      <RuleTable rules={sorted(fired, order)} />
      <Hint>{t('escalations.bound')}</Hint>
    </Section>
  );
}
