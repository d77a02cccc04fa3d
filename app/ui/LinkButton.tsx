import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';

/** Looks like a link, opens something in Zendesk. */
export const LinkButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Button isLink onClick={onClick} style={{ textAlign: 'start' }}>
    {children}
  </Button>
);
