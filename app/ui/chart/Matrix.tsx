import { getColor } from '@zendeskgarden/react-theming';
import styled, { useTheme } from 'styled-components';
import { mix, readableOn } from './contrast.ts';

const Scroll = styled.div`
  overflow-x: auto;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
`;

const Table = styled.table`
  border-collapse: separate;
  border-spacing: 2px;
  font-variant-numeric: tabular-nums;
  caption {
    position: absolute;
    clip-path: inset(50%);
  }
  th {
    padding: 4px 8px;
    font-size: 12px;
    font-weight: 600;
    text-align: start;
  }
  tbody th {
    position: sticky;
    inset-inline-start: 0;
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    min-width: 110px;
  }
  th {
    overflow-wrap: normal;
  }
  thead th + th,
  thead [scope='colgroup'] {
    max-width: 120px;
    text-align: center;
    vertical-align: bottom;
  }
  td {
    min-width: 64px;
    padding: 0;
    text-align: center;
  }
  .sum {
    padding: 4px 8px;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    font-size: 12px;
  }
`;

const Inside = styled.span<{ $isDiagonal: boolean }>`
  display: grid;
  place-items: center;
  box-sizing: border-box;
  width: 100%;
  min-height: 36px;
  padding: 6px 8px;
  border: 2px ${({ $isDiagonal }) => ($isDiagonal ? 'solid' : 'none')}
    ${({ theme }) => getColor({ theme, variable: 'border.successEmphasis' })};
  border-radius: 4px;
  font: inherit;
`;

const Pressable = styled(Inside).attrs({ as: 'button', type: 'button' })`
  cursor: pointer;
  &:hover,
  &[aria-pressed='true'] {
    box-shadow: 0 0 0 2px ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: 2px;
  }
`;

export type MatrixHead = { key: string; label: string };
type Place = { row: string; column: string };

type Props = {
  caption: string;
  rows: readonly MatrixHead[];
  columns: readonly MatrixHead[];
  /** What rows and columns are, such as "Suggested". */
  rowHead: string;
  columnHead: string;
  total: string;
  countOf(place: Place): number;
  format(value: number): string;
  /** The whole name of a cell's button, such as "Billing, became Technical: 12 tickets". */
  nameOf?(place: Place, value: number): string;
  pressed?: Place | null;
  onPress?(place: Place): void;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A table of counts, each cell as strong as its share of its row; where row and column are the same stands a frame. */
export const Matrix = (props: Props) => (
  <Scroll role="group" aria-label={props.caption} tabIndex={0}>
    <Table>
      <caption>{props.caption}</caption>
      <Heads {...props} />
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.key} {...props} row={row} />
        ))}
        <Sums {...props} />
      </tbody>
    </Table>
  </Scroll>
);

const Heads = ({ columns, rowHead, columnHead, total }: Props) => (
  <thead>
    <tr>
      <td />
      <th colSpan={columns.length} scope="colgroup">
        {columnHead}
      </th>
      <td />
    </tr>
    <tr>
      <th scope="col">{rowHead}</th>
      {columns.map(({ key, label }) => (
        <th key={key} scope="col">
          {label}
        </th>
      ))}
      <th scope="col" className="sum">
        {total}
      </th>
    </tr>
  </thead>
);

function Sums({ rows, columns, total, countOf, format }: Props) {
  const sums = columns.map(({ key }) => sum(rows.map((row) => countOf({ row: row.key, column: key }))));
  return (
    <tr>
      <th scope="row" className="sum">
        {total}
      </th>
      {columns.map(({ key }, index) => (
        <td key={key} className="sum">
          {format(sums[index] ?? 0)}
        </td>
      ))}
      <td className="sum">{format(sum(sums))}</td>
    </tr>
  );
}

function Row({ row, ...props }: Props & { row: MatrixHead }) {
  const { columns, countOf, format } = props;
  const whole = sum(columns.map(({ key }) => countOf({ row: row.key, column: key })));
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {columns.map(({ key }) => (
        <td key={key}>
          <Cell {...props} place={{ row: row.key, column: key }} whole={whole} />
        </td>
      ))}
      <td className="sum">{format(whole)}</td>
    </tr>
  );
}

function Cell({ place, whole, countOf, format, nameOf, pressed, onPress }: Props & { place: Place; whole: number }) {
  const theme = useTheme();
  const ground = getColor({ theme, variable: 'background.default' });
  const full = getColor({ theme, hue: 'blue', light: { shade: 800 }, dark: { shade: 400 } });
  const value = countOf(place);
  const background = mix(ground, full, whole > 0 ? value / whole : 0);
  const style = { background, color: readableOn(background) };
  const isDiagonal = place.row === place.column;
  if (value === 0 || !onPress)
    return (
      <Inside
        $isDiagonal={isDiagonal}
        style={value === 0 ? { color: getColor({ theme, variable: 'foreground.subtle' }) } : style}
      >
        {format(value)}
      </Inside>
    );
  return (
    <Pressable
      $isDiagonal={isDiagonal}
      style={style}
      aria-label={nameOf?.(place, value)}
      aria-pressed={pressed?.row === place.row && pressed.column === place.column}
      onClick={() => onPress(place)}
    >
      {format(value)}
    </Pressable>
  );
}
