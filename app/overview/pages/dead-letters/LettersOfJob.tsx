import { useState } from 'react';
import type { JobName } from '../../../../backend/contract/dead-letters.ts';
import { Button } from '../../../ui/Button.tsx';
import { Line } from '../../../ui/layout.tsx';
import { type Column, DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Code } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import type { OutputOf } from '../../api/routes.ts';
import { useAction } from '../../api/useAction.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';
import { TicketLink } from '../TicketLink.tsx';

type Letter = OutputOf<'listDeadLetters'>['deadLetters'][number];
type Props = { job: JobName; letters: readonly Letter[]; onChange(): void };

export function LettersOfJob({ job, letters, onChange }: Props) {
  const { t, name } = usePageWords();
  const client = useClient();
  const say = useSay();
  const [doomed, setDoomed] = useState<Letter | null>(null);
  const retry = useAction(async (call: () => Promise<{ retried: number }>) => {
    const { retried } = await call().finally(onChange);
    say(t('letters.retried', { count: retried }));
  });
  const action = ({ id, ...letter }: Letter) => (
    <Actions>
      <Button disabled={retry.isBusy} onClick={() => void retry.run(() => client.call('retryDeadLetter', { id }))}>
        {t('common.retry')}
      </Button>
      <Button look="quiet" onClick={() => setDoomed({ id, ...letter })}>
        {t('letters.drop')}
      </Button>
    </Actions>
  );
  return (
    <>
      <Line>
        <h3>{name('letters.job', job)}</h3>
        <Button
          disabled={retry.isBusy}
          onClick={() => void retry.run(() => client.call('retryAllDeadLetters', { body: { job } }))}
        >
          {t('letters.retryAll')}
        </Button>
      </Line>
      {retry.error && <Problem error={retry.error} />}
      <DataTable
        caption={name('letters.job', job)}
        columns={useColumns(action)}
        rows={letters}
        keyOf={({ id }) => id}
        editable
      />
      {doomed && (
        <Drop
          letter={doomed}
          onClose={() => setDoomed(null)}
          onDone={() => {
            setDoomed(null);
            onChange();
          }}
        />
      )}
    </>
  );
}

function useColumns(action: Column<Letter>['cell']): Column<Letter>[] {
  const { t, name, moment, number } = usePageWords();
  return [
    {
      key: 'for',
      head: t('letters.for'),
      kind: 'head',
      cell: ({ ticketId, key }) => (ticketId === null ? <Code>{key}</Code> : <TicketLink id={ticketId} />),
    },
    { key: 'why', head: t('letters.why'), cell: ({ code }) => name('letters.code', code ?? 'died') },
    { key: 'attempts', head: t('letters.attempts'), kind: 'number', cell: ({ attempts }) => number(attempts) },
    { key: 'failedAt', head: t('letters.failedAt'), cell: ({ failedAt }) => moment(failedAt) },
    { key: 'action', head: t('letters.action'), cell: action },
  ];
}

type DropProps = { letter: Letter; onClose(): void; onDone(): void };

function Drop({ letter: { id, job }, onClose, onDone }: DropProps) {
  const { t, name } = usePageWords();
  const client = useClient();
  const say = useSay();
  const drop = useAction(async () => {
    await client.call('dropDeadLetter', { id });
    say(t('letters.dropped'));
    onDone();
  });
  return (
    <ConfirmDialog
      title={t('letters.dropAsk')}
      verb={t('letters.drop')}
      isBusy={drop.isBusy}
      error={drop.error}
      onConfirm={drop.run}
      onClose={onClose}
    >
      <p>{t('letters.dropText', { job: name('letters.job', job) })}</p>
    </ConfirmDialog>
  );
}
