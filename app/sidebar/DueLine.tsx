import type { SlaTarget } from '../../backend/contract/triage.ts';
import { Icon } from '../ui/Icon.tsx';
import { Line, Small } from '../ui/layout.tsx';
import { Meter } from '../ui/Meter.tsx';
import { useWords } from '../ui/Words.tsx';
import { PROMISE } from './BackgroundWaiting.tsx';

const HOUR = 3_600_000;
/** Share of the time gone after which the bar warns. */
const SOON = 0.7;

type Props = { promise: 'reply' | 'solution'; target: SlaTarget; urgency: string; now: number };

/** How a promise stands; `ms`: what is left of it, below 0 what it is late by. */
function standingOf({ dueAt, metAt, pausedSince }: SlaTarget, now: number) {
  const endedAt = metAt ?? pausedSince;
  const ms = Date.parse(dueAt) - (endedAt ? Date.parse(endedAt) : now);
  if (metAt) return { state: ms < 0 ? 'metLate' : 'met', ms } as const;
  if (ms < 0) return { state: 'late', ms } as const;
  return { state: pausedSince ? 'paused' : 'in', ms } as const;
}

/** One promise to the customer, counting down. */
export function DueLine({ promise, target, urgency, now }: Props) {
  const { t, duration } = useWords();
  const { state, ms } = standingOf(target, now);
  const share = 1 - ms / (target.hours * HOUR);
  const isOpen = state === 'in' || state === 'late';
  const key = state === 'paused' ? 'due.paused' : (`due.${promise}.${state}` as const);
  return (
    // Also without its bar, so that a clock that stops moves nothing.
    <div style={{ minHeight: PROMISE }}>
      <Line>
        <Line $start>
          <Icon name="clock" />
          {t(key, { time: duration(Math.abs(ms)) })}
        </Line>
        <Small>{t('due.goal', { urgency, time: duration(target.hours * HOUR) })}</Small>
      </Line>
      {isOpen && <Meter share={share} tone={ms < 0 ? 'late' : share > SOON ? 'soon' : 'calm'} />}
    </div>
  );
}
