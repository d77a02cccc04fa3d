import { LineChart } from '../../../ui/chart/LineChart.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useValueWords } from '../../parts/useValueWords.ts';
import { CurveTable } from './CurveTable.tsx';
import { calibrationOf, fromBelow, joinAll } from './curves.ts';
import type { Engine } from './engines.ts';

/** How sure it was, against how often that was right. */
export function Calibration({ engines }: { engines: readonly Engine[] }) {
  const { t, percent, decimal } = usePageWords();
  const value = useValueWords();
  const said = useOnAverage();
  const count = useCount();
  const merged = engines.map(({ key, bins }) => ({ key, label: value('decidedBy', key), curve: calibrationOf(bins) }));
  const lines = merged.map(({ curve, ...line }) => ({
    ...line,
    points: curve.map(({ sure, right, tickets }) => ({ x: sure, y: right, note: count(tickets) })),
  }));
  const rows = merged.flatMap(({ label, curve }) =>
    curve.map(({ sure, ...at }) => ({ ...at, engine: label, at: decimal(sure) })),
  );
  const lowest = Math.min(
    ...rows.map(({ right }) => right),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
  );
  const domain = fromBelow(lowest);
  return (
    <Section title={t('confidence.calibration')} text={t('confidence.calibrationText')}>
      <LineChart
        label={t('confidence.calibration')}
        lines={lines}
        x={{ label: t('confidence.sure'), format: percent, domain }}
        y={{ label: t('confidence.right'), format: percent, domain }}
        reference={{ label: t('confidence.diagonal'), points: domain.map((at) => ({ x: at, y: at })) }}
        gist={engines.map(said).join(' ')}
        table={<CurveTable caption={t('confidence.calibration')} head={t('confidence.sure')} rows={rows} />}
        hasDots
      />
    </Section>
  );
}

function useCount() {
  const { t, number } = usePageWords();
  return (tickets: number) => t('confidence.tickets', { count: tickets, tickets: number(tickets) });
}

/** How sure and how right an engine is on the whole, in words. */
function useOnAverage() {
  const { t, number, percent } = usePageWords();
  const value = useValueWords();
  return ({ key, bins }: Engine) => {
    const { tickets, right, confidence } = joinAll(bins);
    return t('confidence.onAverage', {
      name: value('decidedBy', key),
      sure: percent(confidence / tickets),
      right: percent(right / tickets),
      count: tickets,
      tickets: number(tickets),
    });
  };
}
