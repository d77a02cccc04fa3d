import { Button as GardenButton } from '@zendeskgarden/react-buttons';
import { forwardRef, type ReactNode } from 'react';

type Props = {
  children: ReactNode;
  onClick: () => void;
  look?: 'plain' | 'primary' | 'quiet';
  wide?: boolean;
  disabled?: boolean;
};

export const Button = forwardRef<HTMLButtonElement, Props>(function Button(
  { look = 'plain', wide = false, disabled = false, children, onClick },
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
    >
      {children}
    </GardenButton>
  );
});
