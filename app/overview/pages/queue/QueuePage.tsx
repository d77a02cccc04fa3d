import { useMemo, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Hidden } from '../../../ui/layout.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Section } from '../../../ui/page/Section.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { ClockContext } from './backend-clock.ts';
import { FilterBar } from './FilterBar.tsx';
import { NothingWaits } from './NothingWaits.tsx';
import { QueueTable } from './QueueTable.tsx';
import { SaveQueue } from './SaveQueue.tsx';
import { type Filters, useFilters } from './useFilters.ts';
import { type Queue, useQueue } from './useQueue.ts';
import { useRefresh } from './useRefresh.ts';
import { useSpoken } from './useSpoken.ts';
import { useSteadyFocus } from './useSteadyFocus.ts';

const REFRESH_MS = 30_000;

/** What waits to be worked on, by when it is due. */
export function QueuePage() {
  const filters = useFilters();
  const { more, ...resource } = useQueue(filters.query);
  useRefresh(resource.reload, REFRESH_MS);
  return (
    <Loaded resource={resource} shape={[120, 400]}>
      {(queue) => (
        <ClockContext.Provider value={queue.clock}>
          <Waiting queue={queue} filters={filters} isBusy={resource.isLoading} onMore={more} />
        </ClockContext.Provider>
      )}
    </Loaded>
  );
}

type Props = { queue: Queue; filters: Filters; isBusy: boolean; onMore(): void };

function Waiting({ queue, filters, isBusy, onMore }: Props) {
  const { t, number } = usePageWords();
  const { tickets, total, choices, groups } = queue;
  const counted = { count: total, total: number(total) };
  const title = t(filters.isAny ? 'queue.pass' : 'queue.wait', counted);
  return (
    <Section
      title={title}
      text={total > 0 && <Summary queue={queue} />}
      actions={tickets.length > 0 && <SaveQueue queue={queue} />}
    >
      <Spoken queue={queue} title={title} />
      {(total > 0 || filters.isAny) && <FilterBar filters={filters} choices={choices} groups={groups} />}
      {tickets.length > 0 && <Rows queue={queue} isBusy={isBusy} onMore={onMore} />}
      {tickets.length === 0 &&
        (filters.isAny ? <EmptyState title={t('queue.nonePass')} text={t('queue.nonePassText')} /> : <NothingWaits />)}
    </Section>
  );
}

const countOf = ({ choices }: Queue, state: string) => choices.state.find(({ key }) => key === state)?.tickets ?? 0;

/** How many of them press, and that the list looks after itself. */
function Summary({ queue }: { queue: Queue }) {
  const { t, number } = usePageWords();
  const overdue = countOf(queue, 'overdue');
  const soon = countOf(queue, 'due_soon');
  const says = [
    t(overdue > 0 ? 'queue.overdue' : 'queue.noneOverdue', { count: overdue, tickets: number(overdue) }),
    soon > 0 && t('queue.soon', { count: soon, tickets: number(soon) }),
    queue.waiting > 0 && t('queue.counting', { count: queue.waiting, changes: number(queue.waiting) }),
    t('queue.renews'),
  ];
  return <>{says.filter(Boolean).join(' ')}</>;
}

/** Read aloud when it changes, and only then. */
function Spoken({ queue, title }: { queue: Queue; title: string }) {
  const { t, number } = usePageWords();
  const overdue = countOf(queue, 'overdue');
  const said = useSpoken({
    of: queue.of,
    title,
    overdue: t(overdue > 0 ? 'queue.overdue' : 'queue.noneOverdue', { count: overdue, tickets: number(overdue) }),
  });
  return <Hidden role="status">{said}</Hidden>;
}

function Rows({ queue, isBusy, onMore }: { queue: Queue; isBusy: boolean; onMore(): void }) {
  const { t } = usePageWords();
  const place = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => queue.tickets.map(({ ticketId }) => ticketId), [queue]);
  const beforeMore = useSteadyFocus(place, ids);
  const askMore = () => {
    beforeMore();
    onMore();
  };
  return (
    <>
      <div ref={place} aria-busy={isBusy}>
        <QueueTable queue={queue} />
      </div>
      {queue.nextCursor !== null && (
        <Actions>
          <Button onClick={askMore}>{t('queue.more')}</Button>
        </Actions>
      )}
    </>
  );
}
