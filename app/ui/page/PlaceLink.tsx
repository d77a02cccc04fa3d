import { Anchor } from '@zendeskgarden/react-buttons';

/** A way to another page of ours. */
export const PlaceLink = ({ href, children }: { href: `#/${string}`; children: string }) => (
  <Anchor href={href}>{children}</Anchor>
);
