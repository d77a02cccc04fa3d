import { Tag as GardenTag } from '@zendeskgarden/react-tags';

export type Tone = 'good' | 'fair' | 'poor' | 'bad';
const HUE: Record<Tone, string> = { good: 'green', fair: 'yellow', poor: 'grey', bad: 'red' };

export const Tag = ({ tone, children }: { tone: Tone; children: string }) => (
  <GardenTag hue={HUE[tone]} isRegular={false}>
    <span>{children}</span>
  </GardenTag>
);
