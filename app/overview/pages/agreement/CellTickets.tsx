import { useEffect, useId, useRef, useState } from 'react';
import type { Agreement, CellTickets as Page } from '../../../../backend/contract/overview.ts';
import { Button } from '../../../ui/Button.tsx';
import { Line } from '../../../ui/layout.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Hint, Stack } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { useRead } from '../../api/useResource.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { useValueWords } from '../../parts/useValueWords.ts';
import { TicketLink } from '../TicketLink.tsx';
import type { Cell } from './matrix-keys.ts';

type Ticket = Page['tickets'][number];
type Props = { view: Agreement; cell: Cell; title: string; takesFocus: boolean; onClose(): void };

/** The tickets behind one cell of the matrix, the last decided first. */
export function CellTickets({ view: { field, from, to }, cell, title, takesFocus, onClose }: Props) {
  const { t } = usePageWords();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const query = { field, from, to, ...cell };
  const first = useRead('readCellTickets', { query });
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <Stack as="section" aria-labelledby={id}>
      <Line>
        <h3 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <Button look="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Line>
      <Loaded resource={first} shape={[120]}>
        {(page) => <Tickets caption={title} first={page} query={query} />}
      </Loaded>
    </Stack>
  );
}

type TicketsProps = {
  caption: string;
  first: Page;
  query: Cell & { field: Agreement['field']; from: string; to: string };
};

function Tickets({ caption, first, query }: TicketsProps) {
  const { t } = usePageWords();
  const client = useClient();
  const columns = useColumns();
  const [later, setLater] = useState<readonly Page[]>([]);
  const pages = [first, ...later];
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const more = useAction(async (from: string) => {
    const page = await client.call('readCellTickets', { query: { ...query, cursor: from } });
    setLater((before) => [...before, page]);
  });
  const tickets = pages.flatMap((page) => page.tickets);
  if (tickets.length === 0) return <Hint>{t('agreement.gone')}</Hint>;
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={tickets} keyOf={({ triageId }) => triageId} />
      {more.error && <Problem error={more.error} />}
      {cursor !== null && (
        <Actions>
          <Button disabled={more.isBusy} onClick={() => void more.run(cursor)}>
            {t('agreement.more')}
          </Button>
        </Actions>
      )}
    </>
  );
}

function useColumns() {
  const { t, moment, percent } = usePageWords();
  const value = useValueWords();
  return [
    {
      key: 'ticket',
      head: t('agreement.ticket'),
      kind: 'head' as const,
      cell: ({ ticketId }: Ticket) => <TicketLink id={ticketId} />,
    },
    { key: 'decided', head: t('agreement.decidedAt'), cell: ({ decidedAt }: Ticket) => moment(decidedAt) },
    { key: 'triaged', head: t('agreement.triagedAt'), cell: ({ triagedAt }: Ticket) => moment(triagedAt) },
    { key: 'language', head: t('agreement.language'), cell: ({ language }: Ticket) => value('language', language) },
    { key: 'by', head: t('agreement.engine'), cell: ({ decidedBy }: Ticket) => value('decidedBy', decidedBy) },
    {
      key: 'confidence',
      head: t('agreement.confidence'),
      kind: 'number' as const,
      cell: ({ confidence }: Ticket) => percent(confidence),
    },
  ];
}
