import { randomUUID } from 'node:crypto';
import { GROUPS } from '../../sandbox/zendesk/directory.ts';
import { startZendesk } from '../../sandbox/zendesk/start.ts';
import { createZendesk } from '../adapters/helpdesk/zendesk/create-zendesk.ts';
import type { Classification } from '../contract/triage.ts';
import { type WriteOutcome, writeBack } from '../jobs/write-back.ts';
import { hashContent } from '../pipeline/hash-content.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Store } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import { aDecision } from './decision.ts';
import { aClassification, aTriage } from './ticket.ts';

const DAY_MS = 86_400_000;
const STEP_MS = 3_000;
export const GROUP = String(GROUPS[0]?.id);

/** A clock of yesterday that goes on at each look: every ticket has settled, and no two changes share a second. */
function createClock(): () => Date {
  let at = Date.now() - DAY_MS;
  return () => {
    at += STEP_MS;
    return new Date(at);
  };
}

export type Suggested = Partial<Classification> & {
  promptVersion?: string;
  agentId?: string;
  watchers?: string[];
  groupId?: string;
};

/** A sandbox account whose tickets are written to without a pipeline: what is suggested, a test says. `over`: parts of its helpdesk. */
export async function openWrittenTickets(store: Store, over: Partial<Helpdesk> = {}) {
  const limits = { perMinute: 1e9, updatesPerMinute: 1e9, updatesPerTicket: 1e9 };
  const seed = { tickets: [], solved: [], articles: [] };
  const zendesk = await startZendesk({ seed, limits, now: createClock() });
  const real = createZendesk({ baseUrl: zendesk.url, ...zendesk.oauth, webhookSecrets: ['s'], fetch });
  const calls: string[] = [];
  const counted = (name: 'fetchHistory' | 'updateTicket') => async (asked: never) => {
    calls.push(name);
    return (over[name] ?? real[name])(asked) as never;
  };
  const helpdesk = { ...real, ...over, fetchHistory: counted('fetchHistory'), updateTicket: counted('updateTicket') };
  const tenant = { id: randomUUID(), mode: 'auto', modeOf: {}, helpdesk } as unknown as Tenant;
  const { fields } = await real.fetchSettings([]);
  const page = await fetch(`${zendesk.url}/`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';

  const suggest = async (
    ticketId: string,
    { promptVersion = 'p-1', agentId, watchers = [], groupId = GROUP, ...classified }: Suggested = {},
  ) => {
    const ticket = await real.fetchTicket(ticketId);
    if (!ticket) throw new Error(`There is no ticket ${ticketId}`);
    const claim = { tenantId: tenant.id, ticketId, contentHash: hashContent(ticket), force: true };
    const { stored } = await store.claimTriage(claim);
    const classification = aClassification({ decidedBy: 'openai', model: 'm-1', ...classified });
    const assignee = agentId ? { agentId, name: 'Ana', open: 0, seenThere: true, passedOver: [] } : null;
    const made = aTriage({ id: stored.triage.id, ticketId, classification, assignee });
    const triage = { ...made, routing: made.routing && { ...made.routing, groupId, watchers } };
    await store.saveTriage(tenant.id, { ...stored, triage }, { decision: { ...aDecision(), promptVersion } });
    return { ...stored, triage };
  };

  return {
    ...{ zendesk, real, tenant, calls, suggest },
    open: () => String(zendesk.createTicket({ subject: 'Charged twice', text: 'Twice this month.', tags: ['vip'] }).id),
    /** Suggests and writes. */
    write: async (ticketId: string, suggested?: Suggested): Promise<WriteOutcome> =>
      writeBack(tenant, store, await suggest(ticketId, suggested)),
    read: async (ticketId: string) => {
      const ticket = await real.fetchTicket(ticketId);
      if (!ticket) throw new Error(`There is no ticket ${ticketId}`);
      return ticket;
    },
    editAsAgent: async (ticketId: string, ticket: object) => {
      const headers = { cookie, 'content-type': 'application/json' };
      const body = JSON.stringify({ ticket });
      const answer = await fetch(`${zendesk.url}/api/v2/tickets/${ticketId}.json`, { method: 'PUT', headers, body });
      if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to an agent`);
      await answer.body?.cancel();
    },
    category: (value: string | null) => ({
      custom_fields: [{ id: Number(fields.category), value: value && `ait_category_${value}` }],
    }),
    close: () => zendesk.close(),
  };
}
export type WrittenTickets = Awaited<ReturnType<typeof openWrittenTickets>>;
