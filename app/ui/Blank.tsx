import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Small, Strong } from './layout.tsx';

type Props = { icon: IconName; title: string; text: string; children?: ReactNode };

/** A whole state that has nothing to show but why. */
export const Blank = ({ icon, title, text, children }: Props) => (
  <div style={{ display: 'grid', justifyItems: 'center', gap: 8, padding: 24, textAlign: 'center' }}>
    <Icon name={icon} size={20} />
    <Strong>{title}</Strong>
    <Small>{text}</Small>
    {children}
  </div>
);
