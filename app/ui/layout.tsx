import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

export const Panel = styled.div`
  display: grid;
  gap: 12px;
  padding: 12px;
`;

/** A live region: there from the start, without a gap of its own while empty. */
export const Results = styled.div`
  display: grid;
  gap: 12px;
  &:empty {
    position: absolute;
  }
`;

/** A line that puts its ends at the ends and wraps when it must. */
export const Line = styled.div<{ $start?: boolean }>`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: ${({ $start }) => ($start ? 'flex-start' : 'space-between')};
  gap: 4px 8px;
`;

export const Small = styled.div`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: 12px;
  line-height: 16px;
`;

export const Strong = styled.span`
  font-weight: 600;
`;

export const Old = styled.del`
  margin-inline-end: 6px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: 12px;
`;

export const Mark = styled.mark`
  padding: 0 2px;
  border-radius: 2px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.warning' })};
  color: inherit;
`;

/** Read by screen readers only. */
export const Hidden = styled.div`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;
