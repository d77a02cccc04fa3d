import { IconButton as GardenIconButton } from '@zendeskgarden/react-buttons';
import { forwardRef } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { pressedBy } from './pressed-by.ts';

type Props = {
  icon: IconName;
  label: string;
  onClick: () => void;
  expanded?: boolean;
  disabled?: boolean;
  shortcut?: string;
};

export const IconButton = forwardRef<HTMLButtonElement, Props>(function IconButton(
  { icon, label, onClick, expanded, disabled = false, shortcut },
  ref,
) {
  return (
    <GardenIconButton
      ref={ref}
      size="small"
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
      {...pressedBy(shortcut, label)}
    >
      <Icon name={icon} />
    </GardenIconButton>
  );
});
