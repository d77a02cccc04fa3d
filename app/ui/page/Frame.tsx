import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';

const Columns = styled.div`
  display: grid;
  grid-template-columns: 240px minmax(0, 1fr);
  min-height: 100vh;
  @media (max-width: 760px) {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
  }
`;

const Side = styled.div`
  padding: 20px 12px;
  border-inline-end: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  & > nav {
    position: sticky;
    inset-block-start: 20px;
    max-height: calc(100vh - 40px);
    overflow-y: auto;
  }
  @media (max-width: 760px) {
    & > nav {
      position: static;
      max-height: none;
    }
  }
`;

const Content = styled.main`
  min-width: 0;
  padding: 24px 32px 48px;
  @media (max-width: 760px) {
    padding: 16px;
  }
  & > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    max-width: 960px;
  }
`;

const Skip = styled.a`
  position: absolute;
  inset-inline-start: 8px;
  padding: 8px 12px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
  &:not(:focus) {
    clip-path: inset(50%);
  }
`;

const WIDE = { maxWidth: 1200 };

/** `isWide`: for tables and charts, which a line of text would be too long for. */
type Props = { skip: string; isWide: boolean; menu: ReactNode; children: ReactNode };

/** A menu beside a column of content. */
export const Frame = ({ skip, isWide, menu, children }: Props) => (
  <Columns>
    <Side>
      <Skip
        href="#content"
        onClick={(event) => {
          // The address holds the page, so the jump must not change it.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {skip}
      </Skip>
      {menu}
    </Side>
    <Content id="content" tabIndex={-1} style={{ outline: 'none' }}>
      <div style={isWide ? WIDE : undefined}>{children}</div>
    </Content>
  </Columns>
);
