import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** The bordered table of suggested values: name, value, actions; a row of two lines is as high as one of one. */
export const Rows = styled.dl`
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  border-radius: 4px;
`;

export const RowLine = styled.div`
  display: grid;
  grid-template-columns: 68px minmax(0, 1fr) auto;
  align-items: center;
  gap: 8px;
  min-height: 40px;
  padding-block: 1px;
  padding-inline: 10px 2px;
  & + & {
    border-block-start: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  }
`;

export const RowName = styled.dt`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: 12px;
`;

export const RowValue = styled.dd`
  min-width: 0;
`;

export const RowActions = styled.dd`
  display: flex;
`;
