import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** Somebody's words with their own line breaks, whatever their length. */
export const Quoted = styled.blockquote`
  margin: 4px 0 0;
  padding-inline-start: 8px;
  border-inline-start: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  font-size: 12px;
  line-height: 16px;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;
