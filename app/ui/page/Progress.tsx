import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

type Tone = 'calm' | 'soon' | 'late';
const TONES = {
  calm: 'border.primaryEmphasis',
  soon: 'border.warningEmphasis',
  late: 'border.dangerEmphasis',
} as const;

const Bar = styled.progress<{ $tone: Tone }>`
  width: 100%;
  height: 8px;
  border: 0;
  border-radius: 4px;
  appearance: none;
  overflow: hidden;
  background: ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  &::-webkit-progress-bar {
    background: ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  }
  &::-webkit-progress-value {
    background: ${({ theme, $tone }) => getColor({ theme, variable: TONES[$tone] })};
  }
  &::-moz-progress-bar {
    background: ${({ theme, $tone }) => getColor({ theme, variable: TONES[$tone] })};
  }
`;

/** How much of a whole; the text beside it says the same. Without a share: under way, nobody knows how far. */
export const Progress = ({ label, share, tone = 'calm' }: { label: string; share: number | null; tone?: Tone }) => (
  <Bar aria-label={label} $tone={tone} max={1} {...(share !== null && { value: Math.min(1, Math.max(0, share)) })} />
);
