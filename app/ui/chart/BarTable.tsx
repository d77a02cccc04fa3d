import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { type Column, DataTable } from '../page/DataTable.tsx';

const Cell = styled.span`
  display: grid;
  grid-template-columns: minmax(48px, 1fr) auto;
  align-items: center;
  gap: 8px;
  min-width: 120px;
  font-variant-numeric: tabular-nums;
  & > :last-child {
    min-width: 6ch;
    text-align: end;
    white-space: nowrap;
  }
`;

const Track = styled.span`
  height: 10px;
  border-radius: 2px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
`;

const Bar = styled.span<{ $isWeak: boolean }>`
  display: block;
  height: 10px;
  border-radius: 2px;
  border: 1px solid ${({ theme }) => getColor({ theme, hue: 'blue', light: { shade: 700 }, dark: { shade: 500 } })};
  background: ${({ theme, $isWeak }) =>
    $isWeak ? 'none' : getColor({ theme, hue: 'blue', light: { shade: 700 }, dark: { shade: 500 } })};
  border-style: ${({ $isWeak }) => ($isWeak ? 'dashed' : 'solid')};
`;

/** `share` from 0 to 1, null where there is none. `isWeak`: of so few that it says little. */
export type BarOf = { share: number | null; text: string; isWeak?: boolean };
export type BarColumn<Row> = Omit<Column<Row>, 'cell'> & ({ cell: Column<Row>['cell'] } | { bar(row: Row): BarOf });

type Props<Row> = {
  caption: string;
  columns: readonly BarColumn<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
};

/** A table some of whose columns are bars; the text beside each says the same. */
export const BarTable = <Row,>({ columns, ...table }: Props<Row>) => (
  <DataTable
    {...table}
    columns={columns.map((column) =>
      'bar' in column ? { ...column, cell: (row: Row) => <ShareBar {...column.bar(row)} /> } : column,
    )}
  />
);

export const ShareBar = ({ share, text, isWeak = false }: BarOf) => (
  <Cell>
    <Track aria-hidden="true">
      {share !== null && share > 0 && (
        <Bar $isWeak={isWeak} style={{ boxSizing: 'border-box', width: `${Math.min(1, share) * 100}%` }} />
      )}
    </Track>
    <span>{text}</span>
  </Cell>
);
