import { CsvButton } from '../../parts/CsvButton.tsx';
import type { Queue } from './useQueue.ts';

const HEAD = [
  'ticketId',
  'state',
  'due',
  'dueAt',
  'createdAt',
  'status',
  'category',
  'urgency',
  'language',
  'groupId',
  'group',
  'team',
  'confidence',
  'unsure',
  'escalated',
] as const;

/** The rows that are shown, as a file. */
export const SaveQueue = ({ queue: { tickets, groups } }: { queue: Queue }) => (
  <CsvButton
    name="queue"
    range={null}
    head={HEAD}
    rows={tickets.map((ticket) => {
      const row = { ...ticket, group: ticket.groupId && (groups[ticket.groupId] ?? null) };
      return HEAD.map((column) => row[column]);
    })}
  />
);
