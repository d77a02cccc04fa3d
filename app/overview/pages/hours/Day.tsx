import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/form/Fault.tsx';
import { RemoveButton } from '../../../ui/form/RemoveButton.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions } from '../../../ui/page/Section.tsx';
import { asClock, type Interval, nextInterval, type Weekday } from './schedules.ts';

type Props = {
  day: Weekday;
  intervals: Interval[];
  error: string | undefined;
  onChange(intervals: Interval[]): void;
};

/** A day of the week: shut, or open from one time to another, once or more often. */
export function Day({ day, intervals, error, onChange }: Props) {
  const { t, name } = usePageWords();
  const weekday = name('hours.day', day);
  const put = (at: number, interval: Interval) =>
    onChange(intervals.map((other, place) => (place === at ? interval : other)));
  return (
    <fieldset aria-label={weekday} style={{ display: 'grid', gap: 4, margin: 0, padding: 0, border: 0 }}>
      <Actions>
        <span style={{ flex: '0 0 110px', fontWeight: 600 }}>{weekday}</span>
        {intervals.length === 0 && <span>{t('hours.shut')}</span>}
        {intervals.map(([from, to], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: times change while they are typed
          <Actions key={at} style={{ gap: 4 }}>
            <Clock label={t('hours.from', { day: weekday })} value={from} onChange={(next) => put(at, [next, to])} />
            <span aria-hidden="true">–</span>
            <Clock label={t('hours.to', { day: weekday })} value={to} onChange={(next) => put(at, [from, next])} />
            <RemoveButton
              label={t('hours.removeInterval', { day: weekday, from, to })}
              onClick={() => onChange(intervals.filter((_, place) => place !== at))}
            />
          </Actions>
        ))}
        <Button look="quiet" onClick={() => onChange([...intervals, nextInterval(intervals)])}>
          {t('hours.addInterval')}
        </Button>
      </Actions>
      {error && <Fault lang="en">{error}</Fault>}
    </fieldset>
  );
}

type ClockProps = { label: string; value: string; onChange(value: string): void };

// The browser's own field for a time knows no 24:00.
const Clock = ({ label, value, onChange }: ClockProps) => (
  <div style={{ width: 72 }}>
    <TextRow isLabelHidden label={label} value={value} maxLength={5} onChange={(typed) => onChange(asClock(typed))} />
  </div>
);
