import type { Classification, Routing, Sla } from '../../backend/contract/triage.ts';
import type { Clock } from '../api/clock.ts';
import { DueLine } from './DueLine.tsx';
import { useNow } from './useNow.ts';

type Props = {
  sla: Sla | null;
  routing: Routing;
  urgency: Classification['urgency'];
  /** Whether an agent has replied on the ticket as the browser has it, which is ahead of what the backend has read. */
  answered: boolean;
  clock: Clock;
};

/** Of a triage from before its clocks were kept. */
const promisedBy = ({ slaHours: hours, dueAt }: Routing): Sla => ({
  firstReply: { hours, dueAt, pausedSince: null, metAt: null },
  resolution: null,
});

/** What the customer was promised: the first reply and, where the account promises one, the solution. */
export function DueLines({ sla, routing, urgency, answered, clock }: Props) {
  const now = useNow(clock, 30_000);
  const { firstReply, resolution } = sla ?? promisedBy(routing);
  const metAt = firstReply.metAt ?? (answered ? firstReply.dueAt : null);
  return (
    <>
      <DueLine promise="reply" target={{ ...firstReply, metAt }} urgency={urgency} now={now} />
      {resolution && <DueLine promise="solution" target={resolution} urgency={urgency} now={now} />}
    </>
  );
}
