import { useState } from 'react';
import type { UsageView } from '../../../../backend/contract/admin.ts';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Progress } from '../../../ui/page/Progress.tsx';
import { Hint, Section, Stack } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';

const SPANS = ['7', '30', '90'] as const;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - (days - 1) * DAY_MS).toISOString().slice(0, 10);

/** What was asked of models, and what it came to. */
export function Usage() {
  const { t } = usePageWords();
  const [span, setSpan] = useState<(typeof SPANS)[number]>('30');
  const [since, setSince] = useState(() => daysAgo(Number(span)));
  const usage = useRead('readUsage', { query: { since } });
  return (
    <Section
      title={t('usage.title')}
      text={t('usage.text')}
      actions={
        <SelectRow
          label={t('usage.span')}
          value={span}
          options={SPANS.map((days) => ({ value: days, label: t('usage.days', { count: Number(days) }) }))}
          onChange={(days) => {
            setSpan(days);
            setSince(daysAgo(Number(days)));
          }}
        />
      }
    >
      <Loaded resource={usage}>
        {(view) => (
          <Stack>
            <Budget {...view.budget} />
            <Totals view={view} />
            {view.days.length === 0 ? (
              <EmptyState title={t('usage.none')} text={t('usage.noneText')} />
            ) : (
              <Days days={view.days} />
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Budget({ limitUsd, spentUsd }: UsageView['budget']) {
  const { t, money } = usePageWords();
  if (limitUsd === null) return <p>{t('usage.spentNoLimit', { spent: money(spentUsd) })}</p>;
  const share = limitUsd === 0 ? 1 : spentUsd / limitUsd;
  const text = t('usage.spent', { spent: money(spentUsd), limit: money(limitUsd) });
  return (
    <div>
      <p>{text}</p>
      <Progress label={text} share={share} tone={share >= 1 ? 'late' : share >= ALMOST ? 'soon' : 'calm'} />
      {share >= 1 && <Hint>{t('usage.usedUp')}</Hint>}
    </div>
  );
}
const ALMOST = 0.8;

function Totals({ view: { total, spared } }: { view: UsageView }) {
  const { t, money, number } = usePageWords();
  const asked = { count: total.calls, calls: number(total.calls), usd: money(total.usd ?? 0) };
  return (
    <div>
      <p>{t('usage.total', asked)}</p>
      {total.unpricedCalls > 0 && <Hint>{t('usage.unpriced', { count: total.unpricedCalls })}</Hint>}
      {spared.calls > 0 && (
        <Hint>
          {t('usage.spared', { count: spared.calls, calls: number(spared.calls), usd: money(spared.usd ?? 0) })}
        </Hint>
      )}
    </div>
  );
}

type Day = UsageView['days'][number];

function Days({ days }: { days: Day[] }) {
  const { t, day, money, number } = usePageWords();
  const columns = [
    { key: 'day', head: t('usage.day'), kind: 'head' as const, cell: (row: Day) => day(row.day) },
    { key: 'model', head: t('usage.model'), cell: (row: Day) => row.model },
    { key: 'purpose', head: t('usage.purpose'), cell: (row: Day) => t(`usage.for.${row.purpose}`) },
    { key: 'calls', head: t('usage.calls'), kind: 'number' as const, cell: (row: Day) => number(row.calls) },
    {
      key: 'tokens',
      head: t('usage.tokens'),
      kind: 'number' as const,
      cell: (row: Day) => number(row.promptTokens + row.completionTokens),
    },
    {
      key: 'usd',
      head: t('usage.cost'),
      kind: 'number' as const,
      cell: (row: Day) => (row.usd === null ? t('usage.noPrice') : money(row.usd)),
    },
  ];
  return (
    <DataTable
      caption={t('usage.title')}
      columns={columns}
      rows={days}
      keyOf={(row) => `${row.day} ${row.model} ${row.purpose}`}
    />
  );
}
