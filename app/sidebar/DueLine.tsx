import type { Classification, Routing } from '../../backend/contract/triage.ts';
import type { Clock } from '../api/clock.ts';
import { Icon } from '../ui/Icon.tsx';
import { Line, Small } from '../ui/layout.tsx';
import { Meter } from '../ui/Meter.tsx';
import { useWords } from '../ui/Words.tsx';
import { useNow } from './useNow.ts';

const HOUR = 3_600_000;
/** Share of the time gone after which the bar warns. */
const SOON = 0.7;

type Props = { routing: Routing; urgency: Classification['urgency']; answered: boolean; clock: Clock };

export function DueLine({ routing, urgency, answered, clock }: Props) {
  const { t, duration } = useWords();
  const left = Date.parse(routing.dueAt) - useNow(clock, 30_000);
  const share = 1 - left / (routing.slaHours * HOUR);
  const text = answered ? t('due.sent') : t(left < 0 ? 'due.late' : 'due.in', { time: duration(Math.abs(left)) });
  return (
    <div>
      <Line>
        <Line $start>
          <Icon name="clock" />
          {text}
        </Line>
        <Small>{t('due.goal', { urgency, time: duration(routing.slaHours * HOUR) })}</Small>
      </Line>
      {!answered && <Meter share={share} tone={left < 0 ? 'late' : share > SOON ? 'soon' : 'calm'} />}
    </div>
  );
}
