import { z } from 'zod';
import type { Store, StoredTriage } from '../ports/store.ts';
import type { Env } from './env.ts';
import { HttpProblem } from './errors.ts';

/** The triage of the ticket that the token was made for. */
export async function readOwn(
  store: Pick<Store, 'readTriage'>,
  vars: Env['Variables'],
  id: string,
): Promise<StoredTriage> {
  const stored = z.uuid().safeParse(id).success ? await store.readTriage(vars.tenant.id, id) : null;
  if (!stored || stored.triage.ticketId !== vars.tokenTicketId)
    throw new HttpProblem('not_found', 'There is no such triage of this ticket; ask for a new one.');
  return stored;
}
