import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';

type Tone = 'danger' | 'warning' | 'success';

/** Garden's Alert in its own colours, without the 4 kB of its icons and close button. */
const Box = styled.div<{ $tone: Tone }>`
  display: grid;
  justify-items: start;
  gap: 2px;
  padding: 8px 12px;
  border: 1px solid ${({ theme, $tone }) => getColor({ theme, variable: `border.${$tone}` })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme, $tone }) => getColor({ theme, variable: `background.${$tone}` })};
  color: ${({ theme, $tone }) => getColor({ theme, variable: `foreground.${$tone}` })};
`;

const Title = styled.p<{ $tone: Tone }>`
  color: ${({ theme, $tone }) => getColor({ theme, variable: `foreground.${$tone}Emphasis` })};
  font-weight: 600;
`;

type Props = { tone: Tone; title: string; children?: ReactNode };

export const Notice = ({ tone, title, children }: Props) => (
  <Box $tone={tone}>
    <Title $tone={tone}>{title}</Title>
    {children}
  </Box>
);
