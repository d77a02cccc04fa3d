import type { ConnectionView } from '../../../../backend/contract/connection.ts';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useSettings } from '../../settings.tsx';
import { GroupChoice } from './GroupChoice.tsx';

type Team = ConnectionView['teams'][number];
type Props = Pick<ConnectionView, 'teams' | 'groups'>;

/** Each team that a rule names, and the group that it is in Zendesk. */
export function TeamTable({ teams, groups }: Props) {
  const { t, name } = usePageWords();
  const { body } = useSettings();
  const isUnmatched = ({ team, groupId }: Team) => {
    const chosen = body.groupOf[team];
    return chosen ? !groups.some(({ id }) => id === chosen) : groupId === null;
  };
  const columns = [
    { key: 'team', head: t('team.team'), kind: 'head' as const, cell: ({ team }: Team) => name('team.shipped', team) },
    { key: 'group', head: t('team.group'), cell: (row: Team) => <GroupChoice {...row} groups={groups} /> },
    {
      key: 'state',
      head: t('team.state'),
      cell: (row: Team) =>
        isUnmatched(row) ? <Tag tone="bad">{t('team.unmatched')}</Tag> : <Tag tone="good">{t('team.matched')}</Tag>,
    },
  ];
  return <DataTable caption={t('team.title')} columns={columns} rows={teams} keyOf={({ team }) => team} editable />;
}
