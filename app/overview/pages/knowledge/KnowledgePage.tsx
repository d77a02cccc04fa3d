import { useCallback } from 'react';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { usePoll } from '../usePoll.ts';
import { FromFile } from './FromFile.tsx';
import { FromZendesk } from './FromZendesk.tsx';
import { Known } from './Known.tsx';
import { isUnderWay, Run } from './Run.tsx';
import { SingleItem } from './SingleItem.tsx';

const SLOW_MS = 10_000;

/** What drafts and similar tickets are made of, and how it gets here. */
export function KnowledgePage() {
  const { t } = usePageWords();
  const { reload: reloadKnown, ...known } = useRead('readKnowledge', {});
  const { reload: reloadRuns, ...runs } = useRead('listImports', {});
  const reload = useCallback(() => Promise.all([reloadKnown(), reloadRuns()]), [reloadKnown, reloadRuns]);
  const imports = runs.value?.imports ?? [];
  const isImporting = imports.some(isUnderWay);
  usePoll(isImporting, reload);
  usePoll(!isImporting && (known.value?.index.missing ?? 0) > 0, reloadKnown, SLOW_MS);
  return (
    <>
      <Loaded resource={{ ...known, reload: reloadKnown }}>
        {(view) => <Known view={view} onChange={reloadKnown} />}
      </Loaded>
      <FromZendesk isBusy={imports.some((run) => run.source === 'helpdesk' && isUnderWay(run))} onStart={reloadRuns} />
      <FromFile onStart={reloadRuns} />
      <Section title={t('knowledge.runs')}>
        <Loaded resource={{ ...runs, reload: reloadRuns }}>
          {() =>
            imports.length > 0 ? (
              imports.map((run) => <Run key={run.id} run={run} />)
            ) : (
              <EmptyState title={t('knowledge.noRuns')} text={t('knowledge.noRunsText')} />
            )
          }
        </Loaded>
      </Section>
      <SingleItem onChange={reloadKnown} />
    </>
  );
}
