import { IconButton as GardenIconButton } from '@zendeskgarden/react-buttons';

/** Takes a field or a row away; `label` says which. */
export const RemoveButton = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <GardenIconButton size="small" aria-label={label} title={label} onClick={onClick}>
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" strokeLinecap="round" />
    </svg>
  </GardenIconButton>
);
