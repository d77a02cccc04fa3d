import { Link } from '../../ui/Link.tsx';
import { useSession } from '../api/ClientContext.tsx';
import { useOpenTicket } from '../parts/useOpenTicket.ts';

/** A ticket in the account's own Zendesk: in the workspace that the page is in, or in a new tab. */
export function TicketLink({ id }: { id: string }) {
  const { tenant } = useSession();
  const href = `https://${tenant}.zendesk.com/agent/tickets/${encodeURIComponent(id)}`;
  return <Link href={href} onOpen={useOpenTicket(id)}>{`#${id}`}</Link>;
}
