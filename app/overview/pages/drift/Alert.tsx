import type { Drift, DriftKind } from '../../../../backend/contract/overview.ts';
import { ShareBar } from '../../../ui/chart/BarTable.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { PlaceLink } from '../../../ui/page/PlaceLink.tsx';
import { Hint } from '../../../ui/page/Section.tsx';
import type { Days } from '../../parts/days.ts';
import { useValueWords } from '../../parts/useValueWords.ts';
import { Facts } from '../Facts.tsx';
import { chanceBelow } from './chance.ts';

type DriftAlert = Drift['alerts'][number];
type Spans = Pick<Drift, 'recent' | 'before'>;

/** Which page shows more of it, and of which days: a change is seen against what was before. */
const MORE = {
  category_share: ['volume', 'both'],
  language_share: ['volume', 'both'],
  volume: ['volume', 'both'],
  override_rate: ['agreement', 'recent'],
  unsure_rate: ['confidence', 'recent'],
  fallback_rate: ['spend', 'both'],
  escalation_rate: ['escalations', 'recent'],
} as const satisfies Record<DriftKind, readonly [page: string, days: 'both' | 'recent']>;

function linkTo(kind: DriftKind, { recent, before }: Spans): `#/${string}` {
  const [page, days] = MORE[kind];
  const { from, to }: Days = days === 'both' ? { from: before.from, to: recent.to } : recent;
  return `#/${page}?${new URLSearchParams({ from, to })}`;
}

/** One change: what it is, how sure, and what to do about it. */
export function Alert({ alert, drift }: { alert: DriftAlert; drift: Spans }) {
  const { t } = usePageWords();
  const { kind, recent, before } = alert;
  const amount = useAmount(kind);
  const most = Math.max(recent, before);
  const bar = (value: number) => <ShareBar share={most > 0 ? value / most : 0} text={amount(value)} />;
  return (
    <Card>
      <h3 style={{ fontSize: 16, lineHeight: '24px' }}>{useSentence(alert)}</h3>
      <div style={{ maxWidth: 480 }}>
        <Facts
          width={480}
          facts={[
            [t('drift.before'), bar(before)],
            [t('drift.recent'), bar(recent)],
          ]}
        />
      </div>
      <Hint>
        {useChance(alert.p)} {t(`drift.do.${kind}`)}
      </Hint>
      <div>
        <PlaceLink href={linkTo(kind, drift)}>{t(`drift.more.${MORE[kind][0]}`)}</PlaceLink>
      </div>
    </Card>
  );
}

function useAmount(kind: DriftKind): (value: number) => string {
  const { percent, number } = usePageWords();
  return kind === 'volume' ? (value) => number(Math.round(value * 10) / 10) : percent;
}

function useSentence({ kind, key, recent, before }: DriftAlert): string {
  const { t } = usePageWords();
  const nameOf = useValueWords();
  const amount = useAmount(kind);
  const name = key === null ? '' : nameOf(kind === 'language_share' ? 'language' : 'category', key);
  return t(`drift.says.${kind}`, { name, recent: amount(recent), before: amount(before) });
}

/** "The chance that this came of itself is below 0.1 %." */
function useChance(p: number | null): string {
  const { t, locale } = usePageWords();
  if (p === null) return t('drift.byFactor');
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 1 }).format(chanceBelow(p));
  return t('drift.chance', { share });
}
