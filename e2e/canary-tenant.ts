import { createLexicalEmbedder } from '../backend/adapters/embedder/lexical/create-lexical-embedder.ts';
import { createBreaker, createOpenAiEngine } from '../backend/adapters/engine/openai/create-openai-engine.ts';
import type { TicketUpdate } from '../backend/ports/helpdesk.ts';
import { replyRulesSchema } from '../backend/ports/reply-rules.ts';
import type { Tenant } from '../backend/ports/tenant.ts';
import type { Ticket } from '../backend/ports/ticket.ts';
import { aTaxonomy } from '../backend/test/engine.ts';
import { shippedRouting } from '../backend/test/routing.ts';

export const SECRET = 'a'.repeat(32);
export const policy = { keep: [], regions: ['DE'] };

/** A tenant whose model and helpdesk are the test's own. */
export function createTenant(
  id: string,
  outside: { openAiUrl: string; tickets: ReadonlyMap<string, Ticket>; updates: Map<string, TicketUpdate> },
): Tenant {
  const engine = createOpenAiEngine({
    apiKey: 'sk-test',
    baseURL: outside.openAiUrl,
    model: 'gpt-4o-mini',
    fetch,
    breaker: createBreaker(),
  });
  const helpdesk = {
    fetchTicket: async (ticketId: string) => outside.tickets.get(`${id}/${ticketId}`) ?? null,
    updateTicket: async (update: TicketUpdate) => void outside.updates.set(`${id}/${update.ticketId}`, update),
    fetchSettings: async () => ({ fields: {}, teams: [] }),
    ownUserId: () => null,
  } as unknown as Tenant['helpdesk'];
  return {
    id,
    mode: 'note',
    modeOf: {},
    appSecrets: () => [SECRET],
    builtin: { version: () => 'shipped', refresh: async () => false },
    helpdesk,
    engines: [engine],
    embedder: createLexicalEmbedder(),
    findEmbedder: () => null,
    reply: replyRulesSchema.parse({}),
    retention: { triages: null, feedback: null, knowledge: null },
    model: 'gpt-4o-mini',
    masking: policy,
    detector: null,
    images: false,
    taxonomy: aTaxonomy(),
    routing: shippedRouting(),
    reviewBelow: 0,
    prices: {},
    monthlyBudgetUsd: null,
  } as unknown as Tenant;
}
