import { Anchor } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';

const WEB = /^https?:\/\//i;

/** Only web addresses become links: a `javascript:` one from a stranger stays text. */
export const Link = ({ href, children }: { href: string; children: ReactNode }) =>
  WEB.test(href) ? (
    <Anchor href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </Anchor>
  ) : (
    <span>{children}</span>
  );
