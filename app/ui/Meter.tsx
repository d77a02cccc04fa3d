import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

const TONES = {
  calm: 'border.successEmphasis',
  soon: 'border.warningEmphasis',
  late: 'border.dangerEmphasis',
} as const;
type Tone = keyof typeof TONES;

const Track = styled.div`
  height: 3px;
  border-radius: 2px;
  background: ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  overflow: hidden;
`;

const Fill = styled.div<{ $tone: Tone; $share: number }>`
  height: 100%;
  width: ${({ $share }) => $share * 100}%;
  background: ${({ theme, $tone }) => getColor({ theme, variable: TONES[$tone] })};
`;

/** Decoration beside a text that says the same. */
export const Meter = ({ share, tone }: { share: number; tone: Tone }) => (
  <Track aria-hidden="true">
    <Fill $tone={tone} $share={Math.min(1, Math.max(0, share))} />
  </Track>
);
