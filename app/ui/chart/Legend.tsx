import styled from 'styled-components';
import { Filling } from './Filling.tsx';
import type { Look } from './series-look.ts';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  padding-block: 8px;
  list-style: none;
  font-size: 12px;
  line-height: 16px;
  li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  svg {
    flex: none;
  }
`;

/** `line`: as the line looks; else as the area does. */
export type LegendEntry = { key: string; label: string; look: Look; isLine?: boolean };

export const Legend = ({ label, entries }: { label: string; entries: readonly LegendEntry[] }) => (
  <List aria-label={label}>
    {entries.map(({ key, label: name, look, isLine = false }) => (
      <li key={key}>
        <svg width={isLine ? 26 : 12} height={12} aria-hidden="true">
          {isLine ? (
            <path d="M0 6h26" stroke={look.color} strokeWidth={2} strokeDasharray={look.dash} />
          ) : (
            <Filling look={look} x={0} y={0} width={12} height={12} />
          )}
        </svg>
        {name}
      </li>
    ))}
  </List>
);
