import { getColor } from '@zendeskgarden/react-theming';
import styled, { keyframes } from 'styled-components';

const breathe = keyframes`50% { opacity: .5 }`;

const Bar = styled.div`
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, hue: 'neutralHue', light: { shade: 300 }, dark: { shade: 800 } })};
  animation: ${breathe} 1.6s ease-in-out infinite;
`;

/** Grey bars, one a height, in the shape of what will stand there. */
export const Bones = ({ heights }: { heights: readonly number[] }) => (
  <div aria-hidden="true" style={{ display: 'grid', gap: 12 }}>
    {heights.map((height, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity and never move
      <Bar key={place} style={{ height }} />
    ))}
  </div>
);
