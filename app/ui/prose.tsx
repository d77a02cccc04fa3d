import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** A letter with its own line breaks; a long one scrolls, by keyboard too when it can take the focus. */
export const Prose = styled.div`
  padding: 8px 10px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  max-height: 320px;
  overflow: auto;
  white-space: pre-wrap;
`;

export const Sentence = styled.span<{ $pointed: boolean }>`
  border-radius: 2px;
  background: ${({ theme, $pointed }) => ($pointed ? getColor({ theme, variable: 'background.warning' }) : 'none')};
`;

/** The number of a source, large enough for a finger and small to the eye. */
export const Footnote = styled.button.attrs({ type: 'button' })`
  margin-inline-start: 2px;
  padding: 0 4px;
  border: 0;
  border-radius: 4px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
  font: 600 11px/16px ${({ theme }) => theme.fonts.system};
  vertical-align: text-top;
  cursor: pointer;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: 1px;
  }
`;

export const Struck = styled.span`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: 12px;
`;

/** As high for a long quote as for none, so that nothing below moves; its end is cut, for whoever went there to scroll would no longer point. */
export const Evidence = styled.div`
  display: -webkit-box;
  height: 48px;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: 12px;
  line-height: 16px;
`;
