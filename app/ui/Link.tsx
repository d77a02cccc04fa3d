import { Anchor } from '@zendeskgarden/react-buttons';
import type { MouseEvent, ReactNode } from 'react';

const WEB = /^https?:\/\//i;

type Props = {
  href: string;
  /** In place of the address, unless a new tab or window is asked for. */
  onOpen?: (() => void) | undefined;
  children: ReactNode;
};

/** Only web addresses become links: a `javascript:` one from a stranger stays text. */
export function Link({ href, onOpen, children }: Props) {
  const open = (event: MouseEvent) => {
    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return WEB.test(href) ? (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" onClick={open}>
      {children}
    </Anchor>
  ) : (
    <span>{children}</span>
  );
}
