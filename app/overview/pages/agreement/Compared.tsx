import { useRef, useState } from 'react';
import type { Agreement } from '../../../../backend/contract/overview.ts';
import { Matrix } from '../../../ui/chart/Matrix.tsx';
import { Small } from '../../../ui/layout.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { usePlaceQuery } from '../../parts/usePlace.ts';
import { useValueWords } from '../../parts/useValueWords.ts';
import { CellTickets } from './CellTickets.tsx';
import { type Cell, matrixKeys, readCell, writeCell } from './matrix-keys.ts';

/** The confusion matrix, and the tickets behind the cell that was pressed. */
export function Compared({ view }: { view: Agreement }) {
  const { t, number } = usePageWords();
  const value = useValueWords(view.groups);
  const titleOf = useCellTitle(view);
  const { cell, wasPressed, press, close } = useChosenCell();
  const heads = matrixKeys(view).map((key) => ({ key, label: value(view.field, key) }));
  const counts = new Map(view.matrix.map((each) => [writeCell(each), each.tickets]));
  const countOf = (place: Place) => counts.get(writeCell(asCell(place))) ?? 0;
  return (
    <>
      <Matrix
        caption={t('agreement.matrix')}
        rows={heads}
        columns={heads}
        rowHead={t('agreement.suggested')}
        columnHead={t('agreement.final')}
        total={t('chart.total')}
        countOf={countOf}
        format={number}
        nameOf={(place, tickets) => titleOf(asCell(place), tickets)}
        pressed={cell && asPlace(cell)}
        onPress={press}
      />
      <Small>{t('agreement.press')}</Small>
      {cell && (
        <CellTickets
          key={`${view.field} ${writeCell(cell)} ${view.from} ${view.to}`}
          view={view}
          cell={cell}
          title={titleOf(cell, countOf(asPlace(cell)))}
          takesFocus={wasPressed}
          onClose={close}
        />
      )}
    </>
  );
}

function useCellTitle({ field, groups }: Agreement) {
  const { t, number } = usePageWords();
  const value = useValueWords(groups);
  return ({ suggested, final }: Cell, tickets: number) =>
    t(suggested === final ? 'agreement.cellKept' : 'agreement.cell', {
      suggested: value(field, suggested),
      final: value(field, final),
      count: tickets,
      tickets: number(tickets),
    });
}

/** The cell in the address. Pressing moves the focus to its tickets, closing them gives it back. */
function useChosenCell() {
  const [query, setQuery] = usePlaceQuery();
  const [wasPressed, setPressed] = useState(false);
  const button = useRef<Element | null>(null);
  return {
    cell: readCell(query.get('cell')),
    wasPressed,
    press(place: Place) {
      const next = writeCell(asCell(place));
      button.current = document.activeElement;
      setPressed(true);
      setQuery({ cell: next === query.get('cell') ? null : next });
    },
    close() {
      setQuery({ cell: null });
      if (button.current instanceof HTMLElement) button.current.focus();
    },
  };
}

type Place = { row: string; column: string };
const asCell = ({ row, column }: Place): Cell => ({ suggested: row, final: column });
const asPlace = ({ suggested, final }: Cell): Place => ({ row: suggested, column: final });
