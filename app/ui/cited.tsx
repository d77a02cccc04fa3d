import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** A source of the draft: its ground changes with the sentences that lean on it, and nothing moves. */
export const Cited = styled.div<{ $pointed: boolean }>`
  padding: 2px 6px;
  border-radius: 4px;
  background: ${({ theme, $pointed }) => ($pointed ? getColor({ theme, variable: 'background.warning' }) : 'none')};
`;
