import type { QueueTicket, TicketQueue } from '../../../../backend/contract/ticket-queue.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useValueWords } from '../../parts/useValueWords.ts';

/** From here on an answer counts as sure, as in the sidebar. */
const HIGH = 0.75;

export type QueueWords = {
  value: ReturnType<typeof useValueWords>;
  group(ticket: QueueTicket): string;
  sureness(ticket: QueueTicket): string;
};

/** What the codes in the queue are called. */
export function useQueueWords(groups: TicketQueue['groups']): QueueWords {
  const { t, name } = usePageWords();
  const value = useValueWords(groups);
  return {
    value,
    group: ({ groupId, team }) => (groupId || !team ? value('group', groupId ?? '') : name('team.shipped', team)),
    sureness: ({ unsure, confidence }) =>
      t(unsure ? 'queue.sure.low' : confidence >= HIGH ? 'queue.sure.high' : 'queue.sure.medium'),
  };
}
