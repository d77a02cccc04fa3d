import { Link } from '../../ui/Link.tsx';
import { useSession } from '../api/ClientContext.tsx';

/** A ticket in the account's own Zendesk. */
export const TicketLink = ({ id }: { id: string }) => (
  <Link href={`https://${useSession().tenant}.zendesk.com/agent/tickets/${encodeURIComponent(id)}`}>{`#${id}`}</Link>
);
