import type { Confidence } from '../../../../backend/contract/overview.ts';
import { Choice } from '../../../ui/page/Choice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useRead } from '../../api/useResource.ts';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { NothingYet } from '../../parts/NothingYet.tsx';
import { RangeBar } from '../../parts/RangeBar.tsx';
import { usePlaceChoice } from '../../parts/usePlaceChoice.ts';
import { type Range, useRange } from '../../parts/useRange.ts';
import { FEW } from '../../parts/wilson.ts';
import { Calibration } from './Calibration.tsx';
import { CoverageCurve } from './CoverageCurve.tsx';
import { joinAll } from './curves.ts';
import { enginesOf } from './engines.ts';

const FIELDS = ['category', 'urgency', 'sentiment'] as const;

/** How often it is right when it says how sure it is. */
export function ConfidencePage() {
  const { t } = usePageWords();
  const range = useRange();
  const [field, setField] = usePlaceChoice('field', FIELDS);
  const confidence = useRead('readConfidence', { query: { ...range.query, field } });
  const rows =
    confidence.value?.bins.map((bin) => [bin.decidedBy, bin.from, bin.tickets, bin.right, bin.confidence]) ?? [];
  const options = FIELDS.map((value) => ({ value, label: t(`chart.field.${value}`) }));
  return (
    <>
      <RangeBar range={range} view={confidence.value}>
        <CsvButton
          name={`${field}-confidence`}
          range={confidence.value}
          head={['decidedBy', 'from', 'tickets', 'right', 'sumOfConfidences']}
          rows={rows}
        />
      </RangeBar>
      <Choice label={t('confidence.field')} value={field} options={options} onChange={setField} />
      <Loaded resource={confidence}>{(view) => <Shown view={view} range={range} />}</Loaded>
    </>
  );
}

function Shown({ view, range }: { view: Confidence; range: Range }) {
  const { t, number } = usePageWords();
  const { tickets } = joinAll(view.bins);
  if (tickets < FEW) {
    const have = t('confidence.sofar', { count: tickets, tickets: number(tickets) });
    const text = `${t('confidence.noneText', { needed: number(FEW) })} ${have}`;
    return <NothingYet title={t('confidence.none')} text={text} range={range} view={view} />;
  }
  const engines = enginesOf(view.bins);
  return (
    <>
      <Calibration engines={engines} />
      <CoverageCurve engines={engines} />
    </>
  );
}
