import type { ConnectionView } from '../../../../backend/contract/connection.ts';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useSettings } from '../../settings.tsx';

const BY_NAME = '';

type Props = ConnectionView['teams'][number] & Pick<ConnectionView, 'groups'>;

export function GroupChoice({ team, groupName, groups }: Props) {
  const { t, name } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  const chosen = body.groupOf[team];
  const isGone = chosen !== undefined && !groups.some(({ id }) => id === chosen);
  const options = [
    // Where a group was chosen, what the name alone would have found is not known.
    { value: BY_NAME, label: groupName && !chosen ? t('team.byName', { group: groupName }) : t('team.byItsName') },
    ...groups.map(({ id, name: label }) => ({ value: id, label })),
    ...(isGone ? [{ value: chosen, label: t('team.gone', { id: chosen }) }] : []),
  ];
  const choose = (groupId: string) =>
    edit((settings) => {
      const { [team]: _, ...others } = settings.groupOf;
      return { ...settings, groupOf: groupId === BY_NAME ? others : { ...others, [team]: groupId } };
    });
  return (
    <SelectRow
      label={t('team.groupOf', { team: name('team.shipped', team) })}
      isLabelHidden
      value={chosen ?? BY_NAME}
      options={options}
      error={faultAt(`groupOf.${team}`)}
      onChange={choose}
    />
  );
}
