import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** Things that stand in an order. */
export const Cards = styled.ol`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 12px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** One thing with parts and buttons of its own; `$faulty`: something in it is refused. */
export const Card = styled.li<{ $quiet?: boolean; $faulty?: boolean }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 12px;
  padding: 16px;
  border: 1px solid
    ${({ theme, $faulty }) => getColor({ theme, variable: $faulty ? 'border.dangerEmphasis' : 'border.default' })};
  border-radius: 6px;
  border-style: ${({ $quiet }) => ($quiet ? 'dashed' : 'solid')};
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  overflow-wrap: anywhere;
  h3 {
    margin: 0;
  }
  h4 {
    margin: 0;
    font-size: 14px;
    font-weight: 600;
  }
`;

/** What belongs to the line above it, set in. */
export const Inset = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
  padding-inline-start: 16px;
  border-inline-start: 3px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
`;

/** A field with the button that takes it away. */
export const Removable = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: start;
  gap: 12px;
`;
