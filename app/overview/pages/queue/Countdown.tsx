import { useContext, useSyncExternalStore } from 'react';
import type { QueueTicket } from '../../../../backend/contract/ticket-queue.ts';
import { Small, Strong } from '../../../ui/layout.tsx';
import { Meter } from '../../../ui/Meter.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { span } from '../../../ui/page/spans.ts';
import { ClockContext } from './backend-clock.ts';
import { leftUntil, shareGone, stateBy } from './due.ts';

const TONES = { overdue: 'late', due_soon: 'soon', on_time: 'calm' } as const;

const LINES = { display: 'grid', gap: 2, whiteSpace: 'nowrap' } as const;

/** How long a ticket may still wait; drawn again only when what it says changes. */
export function Countdown({ ticket }: { ticket: QueueTicket }) {
  const { t, locale, moment } = usePageWords();
  const clock = useContext(ClockContext);
  const { dueAt, due, status } = ticket;
  const leftMs = useSyncExternalStore(clock.subscribe, () => leftUntil(dueAt, clock.now()));
  const state = stateBy(ticket.state, leftMs);
  if (state === 'waiting' || leftMs === null || dueAt === null)
    return <Small>{t(status === 'pending' ? 'queue.forCustomer' : 'queue.nothingDue')}</Small>;
  const share = shareGone(ticket, leftMs);
  const isLate = state === 'overdue';
  const says = t(isLate ? 'queue.overdueBy' : 'queue.left', { time: span(locale, leftMs, isLate) });
  return (
    <time dateTime={dueAt} title={t('queue.dueAt', { moment: moment(dueAt) })} style={LINES}>
      {state === 'on_time' ? <span>{says}</span> : <Strong>{says}</Strong>}
      {share !== null && <Meter share={share} tone={TONES[state]} />}
      {due && <Small as="span">{t(`queue.due.${due}`)}</Small>}
    </time>
  );
}
