import { LineChart } from '../../../ui/chart/LineChart.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useValueWords } from '../../parts/useValueWords.ts';
import { CurveTable } from './CurveTable.tsx';
import { coverageOf, fromBelow, takenAt } from './curves.ts';
import type { Engine } from './engines.ts';

/** What is said in words is said of this one. */
const EXAMPLE = 0.8;
const ALL: readonly [number, number] = [0, 1];

/** How many tickets a threshold would leave to the engine, and how many of them it gets right. */
export function CoverageCurve({ engines }: { engines: readonly Engine[] }) {
  const { t, percent, decimal } = usePageWords();
  const value = useValueWords();
  const curves = engines.map(({ key, bins }) => ({ key, label: value('decidedBy', key), curve: coverageOf(bins) }));
  const lowest = Math.min(...curves.flatMap(({ curve }) => curve.map(({ right }) => right)));
  const said = ({ key, bins }: Engine) => {
    const taken = takenAt(bins, EXAMPLE);
    const vars = { name: value('decidedBy', key), threshold: decimal(EXAMPLE) };
    if (!taken) return t('confidence.noneAbove', vars);
    return t('confidence.above', { ...vars, share: percent(taken.share), right: percent(taken.right) });
  };
  const lines = curves.map(({ key, label, curve }) => ({
    key,
    label,
    points: curve.map(({ threshold, share, right }) => ({
      x: share,
      y: right,
      note: t('confidence.from', { threshold: decimal(threshold) }),
    })),
  }));
  const rows = curves.flatMap(({ label, curve }) =>
    curve.map(({ threshold, ...at }) => ({ ...at, engine: label, at: decimal(threshold) })),
  );
  return (
    <Section title={t('confidence.coverage')} text={t('confidence.coverageText')}>
      <LineChart
        label={t('confidence.coverage')}
        lines={lines}
        x={{ label: t('confidence.taken'), format: percent, domain: ALL }}
        y={{ label: t('confidence.right'), format: percent, domain: fromBelow(lowest) }}
        gist={engines.map(said).join(' ')}
        table={<CurveTable caption={t('confidence.coverage')} head={t('confidence.threshold')} rows={rows} />}
        hasDots
      />
    </Section>
  );
}
