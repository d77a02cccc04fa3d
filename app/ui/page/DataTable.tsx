import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';

const Scroll = styled.div`
  overflow-x: auto;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
`;

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    padding: 8px 12px 8px 0;
    border-block-end: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  thead th {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    font-size: 12px;
    font-weight: 600;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 600;
  }
  .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  [data-middle] td,
  [data-middle] th {
    vertical-align: middle;
  }
`;

const Caption = styled.caption`
  position: absolute;
  clip-path: inset(50%);
`;

export type Column<Row> = {
  key: string;
  head: string;
  cell(row: Row): ReactNode;
  /** `number`: at the end of its column. `head`: it names its row. */
  kind?: 'number' | 'head';
};

type Props<Row> = {
  /** Read by screen readers; the heading above says it to the eye. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  /** Rows hold inputs. */
  editable?: boolean;
};

/** What scrolls sideways can be reached by keyboard. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf, editable = false }: Props<Row>) => (
  <Scroll role="group" aria-label={caption} tabIndex={0}>
    <Table>
      <Caption>{caption}</Caption>
      <thead>
        <tr>
          {columns.map(({ key, head, kind }) => (
            <th key={key} scope="col" className={kind === 'number' ? 'end' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-middle={editable || undefined}>
            {columns.map(({ key, kind, cell }) =>
              kind === 'head' ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} className={kind === 'number' ? 'end' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  </Scroll>
);
