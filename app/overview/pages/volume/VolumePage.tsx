import type { Volume } from '../../../../backend/contract/overview.ts';
import { Choice } from '../../../ui/page/Choice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { NothingYet } from '../../parts/NothingYet.tsx';
import { RangeBar } from '../../parts/RangeBar.tsx';
import { usePlaceChoice } from '../../parts/usePlaceChoice.ts';
import { type Range, useRange } from '../../parts/useRange.ts';
import { DIMENSIONS, type Dimension } from './dimensions.ts';
import { VolumeChart } from './VolumeChart.tsx';

/** How many tickets come, and of which kind. */
export function VolumePage() {
  const range = useRange();
  const [by, setBy] = usePlaceChoice('by', DIMENSIONS);
  const volume = useRead('readVolume', { query: range.query });
  const rows = volume.value?.[by].map(({ day, key, tickets }) => [day, key, tickets]) ?? [];
  return (
    <>
      <RangeBar range={range} view={volume.value}>
        <CsvButton name={`volume-by-${by}`} range={volume.value} head={['day', by, 'tickets']} rows={rows} />
      </RangeBar>
      <Loaded resource={volume}>{(view) => <Shown view={view} range={range} by={by} onBy={setBy} />}</Loaded>
    </>
  );
}

type ShownProps = { view: Volume; range: Range; by: Dimension; onBy(by: Dimension): void };

function Shown({ view, range, by, onBy }: ShownProps) {
  const { t } = usePageWords();
  if (!view[by].some(({ tickets }) => tickets > 0))
    return <NothingYet title={t('volume.none')} text={t('volume.noneText')} range={range} view={view} />;
  const options = DIMENSIONS.map((value) => ({ value, label: t(`chart.by.${value}`) }));
  return (
    <Section
      title={t('volume.title')}
      actions={<Choice label={t('chart.byLabel')} value={by} options={options} onChange={onBy} />}
    >
      <VolumeChart view={view} by={by} />
    </Section>
  );
}
