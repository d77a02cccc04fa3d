import { useContext } from 'react';
import type { QueueTicket } from '../../../../backend/contract/ticket-queue.ts';
import { Line, Small } from '../../../ui/layout.tsx';
import { type Column, DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { span } from '../../../ui/page/spans.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { TicketLink } from '../TicketLink.tsx';
import { ClockContext } from './backend-clock.ts';
import { Countdown } from './Countdown.tsx';
import type { Queue } from './useQueue.ts';
import { useQueueWords } from './useQueueWords.ts';

const NOTHING = '–';

/** What waits, what is due first on top. */
export function QueueTable({ queue: { tickets, groups } }: { queue: Queue }) {
  const { t } = usePageWords();
  const words = useQueueWords(groups);
  const columns: Column<QueueTicket>[] = [
    { key: 'ticket', head: t('queue.ticket'), kind: 'head', cell: (ticket) => <Ticket ticket={ticket} /> },
    { key: 'due', head: t('queue.dueHead'), cell: (ticket) => <Countdown ticket={ticket} /> },
    {
      key: 'category',
      head: t('queue.by.category'),
      cell: ({ category, urgency }) => (
        <>
          {category ? words.value('category', category) : NOTHING}
          {urgency && <Small>{words.value('urgency', urgency)}</Small>}
        </>
      ),
    },
    {
      key: 'group',
      head: t('queue.by.group'),
      cell: (ticket) => (
        <>
          <span style={{ display: 'inline-block', minWidth: '15ch', overflowWrap: 'anywhere' }}>
            {words.group(ticket)}
          </span>
          <Small>{words.value('language', ticket.language)}</Small>
        </>
      ),
    },
    { key: 'sure', head: t('queue.confidence'), cell: (ticket) => marked(ticket.unsure, words.sureness(ticket)) },
  ];
  return <DataTable caption={t('queue.caption')} columns={columns} rows={tickets} keyOf={({ ticketId }) => ticketId} />;
}

const marked = (isUnsure: boolean, says: string) => (isUnsure ? <Tag tone="fair">{says}</Tag> : says);

function Ticket({ ticket: { ticketId, escalated, createdAt } }: { ticket: QueueTicket }) {
  const { t, locale, moment } = usePageWords();
  const age = useContext(ClockContext).now() - Date.parse(createdAt);
  return (
    <>
      <Line $start>
        <TicketLink id={ticketId} />
        {escalated && <Tag tone="bad">{t('queue.escalated')}</Tag>}
      </Line>
      <Small style={{ fontWeight: 400 }} title={moment(createdAt)}>
        {t('queue.ago', { time: span(locale, Math.max(0, age), true) })}
      </Small>
    </>
  );
}
