import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { Hint } from './Section.tsx';

export const CheckList = styled.ul`
  list-style: none;
`;

const Line = styled.li<{ $bare: boolean }>`
  display: grid;
  grid-template-columns: ${({ $bare }) => ($bare ? '' : '112px')} minmax(0, 1fr) auto;
  gap: 4px 16px;
  align-items: center;
  padding: 12px 0;
  & + & {
    border-block-start: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  }
  @media (max-width: 520px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Name = styled.p`
  font-weight: 600;
`;

type Props = { title: string; state: ReactNode; action: ReactNode; children: ReactNode };

/** One thing that is as it should be, or not, and what to do. */
export const CheckLine = ({ title, state, action, children }: Props) => (
  <Line $bare={!state}>
    {state && <div>{state}</div>}
    <div>
      <Name>{title}</Name>
      <Hint>{children}</Hint>
    </div>
    {action}
  </Line>
);
