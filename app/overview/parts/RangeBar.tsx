import { type ReactNode, useState } from 'react';
import { Small } from '../../ui/layout.tsx';
import { Choice } from '../../ui/page/Choice.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { FieldFault, PlainDay } from '../../ui/page/PlainFields.tsx';
import { Actions } from '../../ui/page/Section.tsx';
import { addDays, type Days, faultOf, isDay, MOST_DAYS, todayIn } from './days.ts';
import type { Range } from './useRange.ts';

const PRESETS = ['7', '28', '90', '365'] as const;
/** What the backend shows unasked. */
const USUAL = '28';
/** Who types a year passes through the first centuries. */
const EARLIEST = '2000-01-01';
const NO_DAYS: Days = { from: '', to: '' };

/** The head of an answer. Without `countedAt` nothing is said of counting. */
export type RangeView = Days & { timeZone: string; countedAt?: string; waiting?: number };

/** `view` null until the first answer is there. `children`: what else can be done with what is shown, such as saving it. */
type Props = { range: Range; view: RangeView | null; children?: ReactNode };

/** Which days are looked at, whose days they are, and until when they are counted. */
export function RangeBar({ range, view, children }: Props) {
  const { t, number } = usePageWords();
  const today = todayIn(view?.timeZone);
  const shown = range.days ?? view;
  const preset = (length: string): Days => ({ from: addDays(today, 1 - Number(length)), to: today });
  const isShown = (length: string) => {
    const { from, to } = preset(length);
    return range.days ? range.days.from === from && range.days.to === to : length === USUAL;
  };
  return (
    <section aria-label={t('range.label')} style={{ display: 'grid', gap: 8 }}>
      <Actions style={{ alignItems: 'end', gap: '12px 16px' }}>
        <Choice
          label={t('range.presets')}
          isLabelHidden
          value={PRESETS.find(isShown) ?? null}
          options={PRESETS.map((length) => ({
            value: length,
            label: t('range.last', { count: Number(length), days: number(Number(length)) }),
          }))}
          onChange={(length) => range.set(length === USUAL ? null : preset(length))}
        />
        <FromTo shown={shown} today={today} onChange={range.set} />
        <div style={{ marginInlineStart: 'auto' }}>{children}</div>
      </Actions>
      {view && <Counted view={view} />}
    </section>
  );
}

type FromToProps = { shown: Days | null; today: string; onChange(days: Days): void };

/** Takes effect as soon as both days make a range. */
function FromTo({ shown, today, onChange }: FromToProps) {
  const { t, number } = usePageWords();
  const [draft, setDraft] = useState<Days>(shown ?? NO_DAYS);
  const [seen, setSeen] = useState(draft);
  if (shown && (shown.from !== seen.from || shown.to !== seen.to)) {
    setSeen(shown);
    setDraft(shown);
  }
  const fault = isDay(draft.from) && isDay(draft.to) && draft.from >= EARLIEST ? faultOf(draft) : null;
  const change = (part: Partial<Days>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (isDay(next.from) && isDay(next.to) && next.from >= EARLIEST && !faultOf(next)) onChange(next);
  };
  const day = { max: today, isWrong: fault !== null };
  return (
    <div style={{ display: 'grid', gap: 4 }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <PlainDay {...day} label={t('range.from')} value={draft.from} onChange={(from) => change({ from })} />
        <PlainDay {...day} label={t('range.to')} value={draft.to} onChange={(to) => change({ to })} />
      </div>
      {fault && <FieldFault>{t(`range.fault.${fault}`, { most: number(MOST_DAYS) })}</FieldFault>}
    </div>
  );
}

/** "Time zone: Europe/Berlin. Counted until 14:32; 3 changes wait." */
function Counted({ view: { timeZone, countedAt, waiting = 0 } }: { view: RangeView }) {
  const { t, number, clock } = usePageWords();
  return (
    <Small>
      {t('range.zone', { zone: timeZone })}
      {countedAt && ` ${t('range.counted', { moment: clock(countedAt, timeZone) })}`}
      {waiting > 0 && ` ${t('range.waiting', { count: waiting, changes: number(waiting) })}`}
    </Small>
  );
}
