import { findUnloggedMarker, type Known, recoverWrite, toChangedFields } from '../pipeline/provenance.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { FieldChange, Ticket } from '../ports/ticket.ts';

export type KnownStore = Pick<Store, 'readWrites' | 'logWrite' | 'readDecidedFields'>;

/** Who decided what on the ticket. A write that arrived and was not noted any more is noted now, from the ticket's history. */
export async function readKnown(tenant: Tenant, ticket: Ticket, store: KnownStore): Promise<Known> {
  const writes = await store.readWrites(tenant.id, ticket.id);
  const decided = toChangedFields(await store.readDecidedFields(tenant.id, ticket.id));
  const marker = findUnloggedMarker(ticket, writes);
  if (!marker) return { writes, history: null, decided };
  const history: FieldChange[] = await tenant.helpdesk.fetchHistory(ticket.id);
  await store.logWrite(tenant.id, ticket.id, { marker, ...(recoverWrite(history, marker) ?? { changes: [] }) });
  return { writes: await store.readWrites(tenant.id, ticket.id), history, decided };
}
