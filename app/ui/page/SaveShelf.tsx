import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** Stays at the foot of the window while the form scrolls. */
export const SaveShelf = styled.section`
  position: sticky;
  inset-block-end: 0;
  z-index: 1;
  display: grid;
  gap: 12px;
  margin: 0 -4px;
  padding: 12px 20px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: 8px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.raised' })};
  box-shadow: 0 4px 16px rgb(0 0 0 / 0.2);
`;

/** What just happened, for the eye and for screen readers; empty most of the time. */
export const ToastPlace = styled.div`
  position: fixed;
  inset-block-start: 16px;
  inset-inline-end: 16px;
  z-index: 2;
  max-width: min(360px, calc(100vw - 32px));
`;
