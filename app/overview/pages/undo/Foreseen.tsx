import type { ReactNode } from 'react';
import type { UndoDryRun } from '../../../../backend/contract/undo.ts';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Facts } from '../Facts.tsx';
import { TicketLink } from '../TicketLink.tsx';
import { useFields } from './useFields.ts';

type Change = UndoDryRun['first'][number]['changes'][number];

/** What an undo would do, as far as our own log tells; `children` starts it. */
export function Foreseen({ foreseen, children }: { foreseen: UndoDryRun; children: ReactNode }) {
  const { t, number } = usePageWords();
  const { fieldName, counted } = useFields();
  const shown = useValues();
  const { tickets, writes, fields, first } = foreseen;
  if (tickets === 0) return <EmptyState title={t('undo.nothing')} text={t('undo.nothingText')} />;
  const change = ({ field, from, to }: Change) => (
    <div key={field}>
      {fieldName(field)}: <bdi>{shown(field, from)}</bdi> → <bdi>{shown(field, to)}</bdi>
    </div>
  );
  return (
    <>
      <h3>{t('undo.foreseen')}</h3>
      <Facts facts={[[t('undo.tickets'), number(tickets)], [t('undo.writes'), number(writes)], ...counted(fields)]} />
      {first.length < tickets && <Hint>{t('undo.first', { count: first.length })}</Hint>}
      <DataTable
        caption={t('undo.foreseen')}
        rows={first}
        keyOf={({ ticketId }) => ticketId}
        columns={[
          { key: 'ticket', head: t('undo.ticket'), kind: 'head', cell: ({ ticketId }) => <TicketLink id={ticketId} /> },
          { key: 'changes', head: t('undo.changes'), cell: ({ changes }) => changes.map(change) },
        ]}
      />
      <div>{children}</div>
    </>
  );
}

/** Groups by their names, once they are known. */
function useValues() {
  const groups = useRead('readConnection', {}).value?.groups ?? [];
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '' || value === false) return '–';
    if (value === true) return '✓';
    const group = field === 'groupId' && groups.find(({ id }) => id === String(value));
    return group ? group.name : String(value);
  };
}
