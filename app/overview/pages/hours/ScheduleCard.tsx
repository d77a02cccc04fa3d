import { type Schedule, WEEKDAYS } from '../../../../backend/contract/schedules.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/form/Fault.tsx';
import { ListRow } from '../../../ui/form/ListRow.tsx';
import { SelectRow, TextRow } from '../../../ui/form/rows.tsx';
import { zoneOptions } from '../../../ui/form/zone-options.ts';
import { Card } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Grid, Hint, Stack } from '../../../ui/page/Section.tsx';
import { Day } from './Day.tsx';
import { withDay } from './schedules.ts';
import { useHours } from './useHours.ts';

const WORKDAYS = ['tue', 'wed', 'thu', 'fri'] as const;

/** One set of business hours. */
export function ScheduleCard({ name, schedule }: { name: string; schedule: Schedule }) {
  const { t } = usePageWords();
  const { change, remove, faultAt, faults } = useHours();
  const at = `schedules.${name}`;
  const own = faults.find(({ path }) => path === `${at}.hours`)?.message;
  const monday = schedule.hours.mon ?? [];
  return (
    <Card $faulty={faultAt(at) !== undefined} aria-label={name}>
      <h3>{name}</h3>
      <NameAndZone name={name} schedule={schedule} />
      {own && <Fault lang="en">{own}</Fault>}
      <Stack style={{ gap: 8 }}>
        {WEEKDAYS.map((day) => (
          <Day
            key={day}
            day={day}
            intervals={schedule.hours[day] ?? []}
            error={faultAt(`${at}.hours.${day}`)}
            onChange={(intervals) => change(name, withDay(schedule, day, intervals))}
          />
        ))}
      </Stack>
      <ListRow
        label={t('hours.holidays')}
        hint={t('hours.holidaysHint')}
        values={schedule.holidays}
        error={faultAt(`${at}.holidays`)}
        onChange={(holidays) => change(name, { ...schedule, holidays })}
      />
      <Holidays dates={schedule.holidays} />
      <Actions role="group" aria-label={t('hours.actionsOf', { name })}>
        <Button
          disabled={monday.length === 0}
          onClick={() =>
            change(
              name,
              WORKDAYS.reduce((all, day) => withDay(all, day, monday), schedule),
            )
          }
        >
          {t('hours.copy')}
        </Button>
        <Button onClick={() => remove(name)}>{t('common.remove')}</Button>
      </Actions>
    </Card>
  );
}

function NameAndZone({ name, schedule }: { name: string; schedule: Schedule }) {
  const { t } = usePageWords();
  const { change, rename, faultAt, faults } = useHours();
  const unnamed = faults.find(({ path }) => path === `schedules.${name}`)?.message;
  return (
    <Grid>
      <TextRow
        label={t('hours.name')}
        hint={t('hours.nameHint')}
        value={name}
        error={unnamed}
        onChange={(to) => rename(name, to)}
      />
      <SelectRow
        label={t('hours.zone')}
        hint={t('hours.zoneHint')}
        value={schedule.timeZone}
        options={zoneOptions(schedule.timeZone)}
        error={faultAt(`schedules.${name}.timeZone`)}
        onChange={(timeZone) => change(name, { ...schedule, timeZone })}
      />
    </Grid>
  );
}

/** The dates with their weekdays, since a wrong one is easily typed. */
function Holidays({ dates }: { dates: readonly string[] }) {
  const { list, locale } = usePageWords();
  const shown = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const real = dates.filter((date) => /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)));
  if (real.length === 0) return null;
  return <Hint>{list(real.map((date) => shown.format(new Date(date))))}</Hint>;
}
