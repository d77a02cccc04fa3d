import { Button as GardenButton } from '@zendeskgarden/react-buttons';
import { forwardRef, type ReactNode } from 'react';
import { pressedBy } from './pressed-by.ts';

type Props = {
  children: ReactNode;
  onClick: () => void;
  look?: 'plain' | 'primary' | 'quiet';
  wide?: boolean;
  disabled?: boolean;
  /** The key that presses it. */
  shortcut?: string;
};

export const Button = forwardRef<HTMLButtonElement, Props>(function Button(
  { look = 'plain', wide = false, disabled = false, shortcut, children, onClick },
  ref,
) {
  return (
    <GardenButton
      ref={ref}
      size="small"
      isPrimary={look === 'primary'}
      isBasic={look === 'quiet'}
      isStretched={wide}
      disabled={disabled}
      onClick={onClick}
      {...pressedBy(shortcut, children)}
    >
      {children}
    </GardenButton>
  );
});
