import { Disclosure } from '../../../ui/Disclosure.tsx';
import { type Column, DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint, Section } from '../../../ui/page/Section.tsx';
import { HoursCell, type Promised, type Row, TeamCell } from './CategoryCells.tsx';
import { URGENCIES } from './HourFields.tsx';
import { useRouting } from './RoutingDraft.tsx';
import { useRuleWords } from './useRuleWords.ts';

/** What a ticket of each category gets where no rule says otherwise. */
export function CategoryTable() {
  const { t } = usePageWords();
  const { body } = useRouting();
  const words = useRuleWords();
  const rows = Object.entries(body.categories).map(([category, row]) => ({ ...row, category }));
  const named: Column<Row> = {
    key: 'category',
    head: t('routing.category'),
    kind: 'head',
    cell: (row) => words.category(row.category),
  };
  const team = (key: 'team' | 'escalationTeam'): Column<Row> => ({
    key,
    head: t(`routing.${key}`),
    cell: (row) => <TeamCell row={row} of={key} />,
  });
  const hours = (key: Promised): Column<Row>[] =>
    URGENCIES.map((urgency) => ({
      key: urgency,
      head: t('routing.hoursOf', { urgency }),
      cell: (row) => <HoursCell row={row} of={key} urgency={urgency} />,
    }));
  const table = (caption: string, columns: Column<Row>[]) => (
    <DataTable editable caption={caption} columns={[named, ...columns]} rows={rows} keyOf={(row) => row.category} />
  );
  return (
    <Section title={t('routing.table')} text={t('routing.tableText')}>
      {table(t('routing.tableCaption'), [team('team'), team('escalationTeam'), ...hours('slaHours')])}
      <Disclosure title={t('routing.resolution')}>
        <Hint>{t('routing.resolutionText')}</Hint>
        {table(t('routing.resolutionCaption'), hours('resolutionHours'))}
      </Disclosure>
    </Section>
  );
}
