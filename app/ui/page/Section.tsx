import { getColor } from '@zendeskgarden/react-theming';
import { type ReactNode, useId } from 'react';
import styled from 'styled-components';

const Box = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
  padding: 20px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: 8px;
  h2 {
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
  }
  h3 {
    font-size: 14px;
    font-weight: 600;
  }
`;

const Top = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-start;
  justify-content: space-between;
  gap: 8px 16px;
  & > div:first-child {
    flex: 1 1 300px;
  }
`;

/** Under a title or a label, in a smaller voice. */
export const Hint = styled.p`
  max-width: 72ch;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

type Props = { title: string; text?: ReactNode; actions?: ReactNode; children?: ReactNode };

/** One matter of a page, under a heading of the second level. */
export function Section({ title, text, actions, children }: Props) {
  const id = useId();
  return (
    <Box aria-labelledby={id}>
      <Top>
        <div>
          <h2 id={id}>{title}</h2>
          {text && <Hint>{text}</Hint>}
        </div>
        {actions}
      </Top>
      {children}
    </Box>
  );
}

const Title = styled(Top)`
  & > div:first-child {
    display: grid;
    gap: 4px;
  }
  h1 {
    margin: 0;
    font-size: 26px;
    line-height: 32px;
    font-weight: 600;
    outline: none;
  }
`;

/** The page's only heading of the first level. */
export const PageTitle = ({ title, text, actions }: Pick<Props, 'title' | 'text' | 'actions'>) => (
  <Title as="header">
    <div>
      <h1>{title}</h1>
      {text && <Hint>{text}</Hint>}
    </div>
    {actions}
  </Title>
);

/** Things one below the other. */
export const Stack = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
`;

/** Buttons and the like, side by side. */
export const Actions = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
`;

/** As many columns as there is room for. */
export const Grid = styled.div<{ $width?: number }>`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, ${({ $width = 260 }) => $width}px), 1fr));
  gap: 16px;
  align-items: start;
`;

export const Code = styled.code`
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: 12px;
`;
