import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { TeamTable } from './TeamTable.tsx';

export function TeamsPage() {
  const { t } = usePageWords();
  const connection = useRead('readConnection', {});
  return (
    <Section title={t('team.title')} text={t('team.text')}>
      <Loaded resource={connection}>
        {(view) =>
          view.teams.length === 0 || view.groups.length === 0 ? (
            <EmptyState title={t('team.none')} text={t('team.noneText')} />
          ) : (
            <TeamTable teams={view.teams} groups={view.groups} />
          )
        }
      </Loaded>
    </Section>
  );
}
