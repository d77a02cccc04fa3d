import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { Clock } from '../api/clock.ts';
import { isFinal } from '../api/follow-triage.ts';
import { Line, Small } from '../ui/layout.tsx';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { useWords } from '../ui/Words.tsx';
import { useNow } from './useNow.ts';

const TONES: Record<Classification['band'], Tone> = { high: 'good', medium: 'fair', low: 'poor' };

type Props = { triage: Triage; band: Classification['band']; busy: boolean; clock: Clock };

export function CardHeader({ triage, band, busy, clock }: Props) {
  const { t, ago } = useWords();
  const now = useNow(clock, 30_000);
  return (
    <Line style={{ minHeight: 32, paddingInlineEnd: 40 }}>
      <Tag tone={TONES[band]}>{t(`band.${band}`)}</Tag>
      <Small>{busy && isFinal(triage) ? t('card.working') : ago(now - Date.parse(triage.createdAt))}</Small>
    </Line>
  );
}
