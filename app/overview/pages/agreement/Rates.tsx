import type { Agreement, Rate } from '../../../../backend/contract/overview.ts';
import { type BarColumn, type BarOf, BarTable } from '../../../ui/chart/BarTable.tsx';
import { Choice } from '../../../ui/page/Choice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Hint, Section } from '../../../ui/page/Section.tsx';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { usePlaceChoice } from '../../parts/usePlaceChoice.ts';
import { useValueWords } from '../../parts/useValueWords.ts';
import { FEW, wilson } from '../../parts/wilson.ts';

const DIMENSIONS = ['category', 'language', 'group', 'promptVersion'] as const;
const NUMBERS = ['decided', 'overridden', 'draftsKept', 'draftsEdited', 'draftsUnused'] as const;

/** How often agents chose otherwise, and what they did with drafts, by what kind of ticket it was. */
export function Rates({ view }: { view: Agreement }) {
  const { t, number } = usePageWords();
  const [by, setBy] = usePlaceChoice('by', DIMENSIONS);
  const rates = view.rates.filter(({ dimension }) => dimension === by).sort((a, b) => b.decided - a.decided);
  const columns = useColumns(view, by);
  return (
    <Section
      title={t('agreement.rates')}
      text={t('agreement.ratesText', { field: t(`chart.field.${view.field}`) })}
      actions={
        <CsvButton
          name={`${view.field}-overrides-by-${by}`}
          range={view}
          head={[by, ...NUMBERS, ...(by === 'group' ? ['name'] : [])]}
          rows={rates.map((rate) => [
            rate.key,
            ...NUMBERS.map((name) => rate[name]),
            ...(by === 'group' ? [view.groups[rate.key]] : []),
          ])}
        />
      }
    >
      <Actions>
        <Choice
          label={t('chart.byLabel')}
          value={by}
          options={DIMENSIONS.map((value) => ({ value, label: t(`chart.by.${value}`) }))}
          onChange={setBy}
        />
      </Actions>
      {rates.length === 0 ? (
        <Hint>{t('agreement.noRates')}</Hint>
      ) : (
        <>
          <BarTable caption={t('agreement.rates')} columns={columns} rows={rates} keyOf={({ key }) => key} />
          <Hint>{t('agreement.few', { few: number(FEW) })}</Hint>
        </>
      )}
    </Section>
  );
}

function useColumns(view: Agreement, by: (typeof DIMENSIONS)[number]): readonly BarColumn<Rate>[] {
  const { t, number, percent } = usePageWords();
  const value = useValueWords(view.groups);
  const barOf = (hits: number, of: number): BarOf =>
    of === 0
      ? { share: null, text: '–' }
      : {
          share: hits / of,
          text: of < FEW ? t('agreement.ofFew', { share: percent(hits / of) }) : percent(hits / of),
          isWeak: of < FEW,
        };
  const interval = ({ overridden, decided }: Rate) => {
    const { low, high } = wilson(overridden, decided);
    return decided > 0 ? `${percent(low)}\u00a0–\u00a0${percent(high)}` : '–';
  };
  const drafts = ({ draftsKept, draftsEdited, draftsUnused }: Rate) => draftsKept + draftsEdited + draftsUnused;
  return [
    { key: 'name', head: t(`chart.by.${by}`), kind: 'head', cell: ({ key }) => value(by, key) },
    { key: 'decided', head: t('agreement.decided'), kind: 'number', cell: ({ decided }) => number(decided) },
    { key: 'overridden', head: t('agreement.overridden'), bar: (rate) => barOf(rate.overridden, rate.decided) },
    { key: 'interval', head: t('agreement.inTruth'), kind: 'number', cell: interval },
    { key: 'drafts', head: t('agreement.drafts'), kind: 'number', cell: (rate) => number(drafts(rate)) },
    {
      key: 'edited',
      head: t('agreement.edited'),
      bar: (rate) => barOf(rate.draftsEdited, drafts(rate)),
    },
    { key: 'unused', head: t('agreement.unused'), bar: (rate) => barOf(rate.draftsUnused, drafts(rate)) },
  ];
}
