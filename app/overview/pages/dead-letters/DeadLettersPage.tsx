import { useState } from 'react';
import { type JobName, jobNameSchema } from '../../../../backend/contract/dead-letters.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';
import { useCursor } from '../../parts/useCursor.ts';
import { LettersOfJob } from './LettersOfJob.tsx';

/** Jobs that were given up, by what they do; and the search for tickets that no delivery told of. */
export const DeadLettersPage = () => (
  <>
    <Letters />
    <LostDeliveries />
  </>
);

function Letters() {
  const { t, name } = usePageWords();
  const [job, setJob] = useState<JobName | 'all'>('all');
  const choices = ['all', ...jobNameSchema.options] as const;
  return (
    <Section title={t('letters.title')} text={t('letters.text')}>
      <SelectRow<JobName | 'all'>
        label={t('letters.show')}
        value={job}
        options={choices.map((value) => ({ value, label: name('letters.job', value) }))}
        onChange={setJob}
      />
      <LettersByPage key={job} job={job === 'all' ? undefined : job} />
    </Section>
  );
}

function LettersByPage({ job }: { job: JobName | undefined }) {
  const { t } = usePageWords();
  const { current, onNewer: onBack, onOlder: onNext } = useCursor<string>();
  const page = useRead('listDeadLetters', { query: { job, cursor: current } });
  const jobs = [...new Set(page.value?.deadLetters.map((letter) => letter.job))];
  const next = onNext(page.value?.nextCursor ?? null);
  return (
    <>
      <Loaded resource={page}>
        {({ deadLetters }) =>
          deadLetters.length > 0 ? (
            jobs.map((each) => (
              <LettersOfJob
                key={each}
                job={each}
                letters={deadLetters.filter((letter) => letter.job === each)}
                onChange={() => void page.reload()}
              />
            ))
          ) : (
            <EmptyState title={t('letters.none')} text={t('letters.noneText')} />
          )
        }
      </Loaded>
      {(onBack || next) && (
        <Actions>
          <Button disabled={!onBack} onClick={() => onBack?.()}>
            {t('letters.back')}
          </Button>
          <Button disabled={!next} onClick={() => next?.()}>
            {t('letters.next')}
          </Button>
        </Actions>
      )}
    </>
  );
}

function LostDeliveries() {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const look = useAction(async () => {
    await client.call('reconcile', {});
    say(t('letters.looking'));
  });
  return (
    <Section
      title={t('letters.lost')}
      text={t('letters.lostText')}
      actions={
        <Button disabled={look.isBusy} onClick={() => void look.run()}>
          {t('letters.look')}
        </Button>
      }
    >
      {look.error && <Problem error={look.error} />}
    </Section>
  );
}
