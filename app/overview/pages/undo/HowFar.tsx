import type { UndoView } from '../../../../backend/contract/undo.ts';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Progress } from '../../../ui/page/Progress.tsx';
import { Code, Hint, Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Facts } from '../Facts.tsx';
import { TicketLink } from '../TicketLink.tsx';
import { usePoll } from '../usePoll.ts';
import { useFields } from './useFields.ts';

const OUTCOMES = ['waiting', 'undone', 'gone', 'failed'] as const;

export function HowFar({ id }: { id: string }) {
  const { t } = usePageWords();
  const undo = useRead('readUndo', { id });
  usePoll(undo.value?.state === 'running', undo.reload);
  return (
    <Section
      title={t('undo.progress')}
      text={
        <>
          {t('undo.number')} <Code>{id}</Code>
        </>
      }
    >
      <Loaded resource={undo}>{(view) => <Outcome view={view} />}</Loaded>
    </Section>
  );
}

function Outcome({ view: { state, tickets, restored, left, doneAt, shown } }: { view: UndoView }) {
  const { t, number, moment } = usePageWords();
  const { counted } = useFields();
  const done = tickets.total - tickets.waiting;
  return (
    <>
      {state === 'running' && (
        <Progress label={t('undo.progress')} share={tickets.total ? done / tickets.total : null} />
      )}
      <Hint>
        {doneAt === null
          ? t('undo.running', { done: number(done), total: number(tickets.total) })
          : t('undo.done', { when: moment(doneAt) })}
      </Hint>
      <Facts facts={OUTCOMES.map((outcome) => [t(`undo.outcome.${outcome}`), number(tickets[outcome])])} />
      {Object.keys(restored).length > 0 && (
        <>
          <h3>{t('undo.restored')}</h3>
          <Facts facts={counted(restored)} />
        </>
      )}
      {Object.keys(left).length > 0 && (
        <>
          <div>
            <h3>{t('undo.left')}</h3>
            <Hint>{t('undo.leftText')}</Hint>
          </div>
          <Facts facts={counted(left)} />
        </>
      )}
      {shown.length > 0 && <Stayed shown={shown} />}
    </>
  );
}

function Stayed({ shown }: Pick<UndoView, 'shown'>) {
  const { t, list } = usePageWords();
  const { fieldName } = useFields();
  return (
    <DataTable
      caption={t('undo.stayed')}
      rows={shown}
      keyOf={({ ticketId }) => ticketId}
      columns={[
        { key: 'ticket', head: t('undo.ticket'), kind: 'head', cell: ({ ticketId }) => <TicketLink id={ticketId} /> },
        { key: 'outcome', head: t('undo.came'), cell: ({ outcome }) => t(`undo.outcome.${outcome}`) },
        { key: 'left', head: t('undo.left'), cell: ({ left }) => list(left.map(fieldName)) },
        { key: 'code', head: t('undo.code'), cell: ({ code }) => code && <Code>{code}</Code> },
      ]}
    />
  );
}
