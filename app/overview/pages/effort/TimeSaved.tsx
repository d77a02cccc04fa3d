import type { Effort } from '../../../../backend/contract/overview.ts';
import { StackedChart } from '../../../ui/chart/StackedChart.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { hours } from '../../../ui/page/spans.ts';
import { NothingYet } from '../../parts/NothingYet.tsx';
import type { Range } from '../../parts/useRange.ts';
import { Facts } from '../Facts.tsx';
import { useColumns } from '../useColumns.ts';
import { partsOf, totalOf } from './time-saved.ts';

type Props = { effort: Effort; range: Range };

/** What agents need not have done by hand, and how that is reckoned. */
export function TimeSaved({ effort, range }: Props) {
  const { t, number } = usePageWords();
  const { secondsAField, charactersAMinute } = effort.method;
  const method = t('effort.method', {
    count: secondsAField,
    seconds: number(secondsAField),
    characters: number(charactersAMinute),
  });
  return (
    <Section title={t('effort.saved')} text={method}>
      {effort.timeSaved.some(({ seconds }) => seconds > 0) ? (
        <>
          <Figures effort={effort} />
          <ByDay effort={effort} />
        </>
      ) : (
        <NothingYet title={t('effort.noneSaved')} text={t('effort.noneSavedText')} range={range} view={effort} />
      )}
    </Section>
  );
}

function Figures({ effort }: Pick<Props, 'effort'>) {
  const { t, locale, number } = usePageWords();
  const { fields, draftCharacters, seconds } = totalOf(effort.timeSaved);
  return (
    <Facts
      width={160}
      facts={[
        [t('effort.savedInAll'), hours(locale, seconds / 3_600)],
        [t('effort.fields'), number(fields)],
        [t('effort.characters'), number(draftCharacters)],
      ]}
    />
  );
}

function ByDay({ effort }: Pick<Props, 'effort'>) {
  const { t, locale } = usePageWords();
  const { values, ...columns } = useColumns(
    effort.timeSaved.flatMap((each) => {
      const { byFields, byDrafts } = partsOf(each, effort.method);
      return [
        { day: each.day, key: 'byFields', tickets: byFields / 3_600 },
        { day: each.day, key: 'byDrafts', tickets: byDrafts / 3_600 },
      ];
    }),
    effort,
  );
  return (
    <StackedChart
      label={t('effort.savedChart')}
      {...columns}
      series={(['byFields', 'byDrafts'] as const).map((key) => ({
        key,
        label: t(`effort.${key}`),
        values: values(key),
      }))}
      y={{ label: t('effort.hoursSaved'), format: (value) => hours(locale, value) }}
      height={240}
    />
  );
}
