import type { Effort } from '../../../../backend/contract/overview.ts';
import { LineChart } from '../../../ui/chart/LineChart.tsx';
import { StackedChart } from '../../../ui/chart/StackedChart.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { hours } from '../../../ui/page/spans.ts';
import { dayAt, dayNumber } from '../../parts/days.ts';
import { NothingYet } from '../../parts/NothingYet.tsx';
import type { Range } from '../../parts/useRange.ts';
import { Facts } from '../Facts.tsx';
import { useColumns } from '../useColumns.ts';

type Props = { effort: Effort; range: Range };

/** How long customers waited for the first reply, and how often that was in time. */
export function FirstReplies({ effort, range }: Props) {
  const { t } = usePageWords();
  const isAny = effort.firstReply.replied > 0;
  return (
    <Section title={t('effort.replies')} text={t('effort.repliesText')}>
      {isAny ? (
        <>
          <Figures effort={effort} />
          <ByDay effort={effort} />
          {effort.firstReply.kept + effort.firstReply.broken > 0 && <Promises effort={effort} />}
        </>
      ) : (
        <NothingYet title={t('effort.noReplies')} text={t('effort.noRepliesText')} range={range} view={effort} />
      )}
    </Section>
  );
}

function Figures({ effort: { firstReply } }: Pick<Props, 'effort'>) {
  const { t, locale, number, percent } = usePageWords();
  const { replied, medianHours, p90Hours, kept, broken } = firstReply;
  const promised = kept + broken;
  const long = (value: number | null) => (value === null ? '–' : hours(locale, value));
  return (
    <Facts
      width={160}
      facts={[
        [t('effort.replied'), number(replied)],
        [t('effort.median'), long(medianHours)],
        [t('effort.p90'), long(p90Hours)],
        [
          t('effort.inTime'),
          promised === 0
            ? '–'
            : t('effort.keptOf', { share: percent(kept / promised), kept: number(kept), promised: number(promised) }),
        ],
      ]}
    />
  );
}

function ByDay({ effort: { firstReplies, from, to } }: Pick<Props, 'effort'>) {
  const { t, locale, shortDay, number } = usePageWords();
  const note = (replied: number) => t('effort.ofReplies', { count: replied, replies: number(replied) });
  const line = (key: 'medianHours' | 'p90Hours', label: string) => ({
    key,
    label,
    points: firstReplies.map((each) => ({ x: dayNumber(each.day), y: each[key], note: note(each.replied) })),
  });
  return (
    <LineChart
      label={t('effort.repliesChart')}
      lines={[line('medianHours', t('effort.median')), line('p90Hours', t('effort.p90'))]}
      x={{
        label: '',
        format: (value) => shortDay(dayAt(value)),
        domain: [dayNumber(from), dayNumber(to)],
        whole: true,
      }}
      y={{ label: t('effort.waited'), format: (value) => hours(locale, value) }}
      hasDots={firstReplies.length <= 62}
    />
  );
}

function Promises({ effort }: Pick<Props, 'effort'>) {
  const { t, number } = usePageWords();
  const { values, ...columns } = useColumns(
    effort.firstReplies.flatMap(({ day, kept, broken }) => [
      { day, key: 'kept', tickets: kept },
      { day, key: 'broken', tickets: broken },
    ]),
    effort,
  );
  return (
    <StackedChart
      label={t('effort.promisesChart')}
      {...columns}
      series={(['kept', 'broken'] as const).map((key) => ({ key, label: t(`effort.${key}`), values: values(key) }))}
      y={{ label: t('chart.tickets'), format: number }}
      height={200}
    />
  );
}
