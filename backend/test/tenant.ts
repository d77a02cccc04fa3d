import { randomUUID } from 'node:crypto';
import { createLexicalEmbedder } from '../adapters/embedder/lexical/create-lexical-embedder.ts';
import { replyRulesSchema } from '../ports/reply-rules.ts';
import type { Tenant, Tenants } from '../ports/tenant.ts';
import type { Vectors } from '../ports/vectors.ts';
import { aTaxonomy } from './engine.ts';
import { shippedRouting } from './routing.ts';

/** An account as it ships, without a helpdesk and engines of its own. */
export const aTenant = (over: Partial<Tenant> = {}): Tenant =>
  ({
    id: randomUUID(),
    kind: 'environment',
    mode: 'assist',
    modeOf: {},
    builtin: { version: () => 'shipped', refresh: async () => false },
    askDetails: false,
    engines: [],
    model: 'gpt-4o-mini',
    embedder: createLexicalEmbedder(),
    findEmbedder: () => null,
    reply: replyRulesSchema.parse({}),
    masking: { keep: [], regions: [] },
    detector: null,
    images: false,
    taxonomy: aTaxonomy(),
    routing: shippedRouting(),
    slaWarnings: false,
    reviewBelow: 0.5,
    prices: {},
    monthlyBudgetUsd: null,
    ...over,
  }) as unknown as Tenant;

/** Whoever is asked for: this one. */
export const only = (tenant: Tenant): Tenants => ({ ...someTenants([tenant]), find: async () => tenant });

/** A backend that serves these accounts. */
export const someTenants = (tenants: readonly Tenant[]): Tenants => ({
  find: async (id) => tenants.find((tenant) => tenant.id === id) ?? null,
  list: async () => tenants.map(({ id }) => id),
  sole: tenants.length === 1 ? (tenants[0]?.id ?? null) : null,
  changed: () => {},
});

const empty = { upsert: async () => {}, nearest: async () => [], count: async () => 0, remove: async () => {} };

/** Vectors that nothing is kept in. */
export const emptyVectors = {
  forTenant: () => empty,
  drop: async () => {},
  isUp: async () => true,
} as unknown as Vectors;
