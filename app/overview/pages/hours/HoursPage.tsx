import { Button } from '../../../ui/Button.tsx';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { Cards } from '../../../ui/page/Card.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ScheduleCard } from './ScheduleCard.tsx';
import { useHours } from './useHours.ts';

const ALWAYS = '';

/** When people work, and which team works when. */
export function HoursPage() {
  const { t } = usePageWords();
  const hours = useHours();
  const names = Object.keys(hours.schedules);
  const add = (
    <Button onClick={() => hours.add(Intl.DateTimeFormat().resolvedOptions().timeZone)}>{t('hours.add')}</Button>
  );
  return (
    <>
      <Section title={t('hours.schedules')} text={t('hours.schedulesText')} actions={add}>
        {names.length === 0 && <EmptyState title={t('hours.none')} text={t('hours.noneText')} />}
        <Cards aria-label={t('hours.schedules')}>
          {Object.entries(hours.schedules).map(([name, schedule], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed
            <ScheduleCard key={at} name={name} schedule={schedule} />
          ))}
        </Cards>
      </Section>
      <Section title={t('hours.teams')} text={t('hours.teamsText')}>
        <TeamTable names={names} />
      </Section>
    </>
  );
}

function TeamTable({ names }: { names: readonly string[] }) {
  const { t } = usePageWords();
  const { teams, scheduleOf, keep, faultAt } = useHours();
  const options = [{ value: ALWAYS, label: t('hours.always') }, ...names.map((name) => ({ value: name, label: name }))];
  const columns = [
    { key: 'team', head: t('hours.team'), kind: 'head' as const, cell: (team: string) => team },
    {
      key: 'schedule',
      head: t('hours.schedule'),
      cell: (team: string) => (
        <SelectRow
          isLabelHidden
          label={t('hours.scheduleOf', { name: team })}
          value={scheduleOf(team) ?? ALWAYS}
          options={options}
          error={faultAt(`teams.${team}`)}
          onChange={(name) => keep(team, name || null)}
        />
      ),
    },
  ];
  return <DataTable editable caption={t('hours.teamsCaption')} columns={columns} rows={teams} keyOf={(team) => team} />;
}
