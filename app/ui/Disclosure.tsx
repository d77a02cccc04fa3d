import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';

const Details = styled.details`
  border-block-start: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  padding-block-start: 8px;
  & > summary {
    padding: 4px 0;
    border-radius: 4px;
    font-weight: 600;
    cursor: pointer;
  }
  & > div {
    display: grid;
    gap: 8px;
    padding-block-start: 8px;
  }
`;

type Props = { title: string; open?: boolean; onToggle?: () => void; children: ReactNode };

/** The browser's own details element: keyboard, find-in-page and screen readers for free. */
export const Disclosure = ({ title, children, ...details }: Props) => (
  <Details {...details}>
    <summary>{title}</summary>
    <div>{children}</div>
  </Details>
);
