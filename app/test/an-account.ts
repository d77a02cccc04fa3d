import type { UsageView } from '../../backend/contract/admin.ts';
import type { AuditEntry } from '../../backend/contract/audit.ts';
import { CHECKS, type ConnectionView } from '../../backend/contract/connection.ts';
import type { TenantSettings } from '../../backend/contract/tenant-settings.ts';
import type { TrustView } from '../../backend/contract/trust.ts';

/** An account in which everything works, with any part replaced. */
export const aConnection = (parts: Partial<ConnectionView> = {}): ConnectionView => ({
  tenant: 'acme',
  kind: 'oauth',
  state: 'connected',
  connectedAt: '2026-03-02T10:00:00.000Z',
  connectedBy: 'Ada',
  healthy: true,
  checks: CHECKS.map((name) => ({ name, state: 'ok', reason: null, missing: [], remedy: 'none' })),
  teams: [
    { team: 'billing_support', groupId: '8', groupName: 'Billing support' },
    { team: 'tech_support', groupId: null, groupName: null },
  ],
  groups: [
    { id: '8', name: 'Billing support' },
    { id: '9', name: 'Second level' },
  ],
  ...parts,
});

export const someSettings = (parts: Partial<TenantSettings> = {}): TenantSettings => ({
  mode: 'suggest',
  modeOf: {},
  reviewBelow: 0.6,
  taxonomy: {
    categories: {
      billing: { description: 'Invoices and payments.', examples: ['I was charged twice'], subcategories: {} },
      technical: {
        description: 'Something does not work.',
        examples: [],
        subcategories: { data_export: 'Exports and downloads.' },
      },
      general: { description: 'Everything else.', examples: [], subcategories: {} },
    },
    urgency: { P1: 'Nobody can work.', P2: 'Somebody cannot work.', P3: 'It disturbs.', P4: 'It can wait.' },
    sentiment: { angry: 'Threatens.', frustrated: 'Complains.', neutral: 'Asks.', positive: 'Thanks.' },
  },
  groupOf: {},
  masking: { keep: ['ORG'], regions: ['DE', 'GB'] },
  retention: { triages: 180, feedback: null, knowledge: null },
  draftFrom: 'approved',
  model: 'gpt-5-mini',
  monthlyBudgetUsd: 50,
  readImages: false,
  slaWarnings: true,
  askDetails: false,
  timeZone: 'UTC',
  ...parts,
});

export const someTrust = (): TrustView => ({
  fields: [
    {
      field: 'category',
      engine: 'builtin',
      decisions: 412,
      needed: 100,
      target: 0.95,
      threshold: 0.82,
      status: 'picked',
      message: 'It stands.',
      coverage: 0.71,
      accuracy: { estimate: 0.963, low: 0.941, high: 0.978 },
      curve: [],
    },
    ...(['urgency', 'sentiment'] as const).map((field) => ({
      field,
      engine: null,
      decisions: 12,
      needed: 100,
      target: null,
      threshold: null,
      status: 'no_target' as const,
      message: 'None.',
      coverage: null,
      accuracy: null,
      curve: [],
    })),
  ],
});

export const someUsage = (): UsageView => ({
  since: '2026-03-01',
  days: [
    {
      day: '2026-03-02',
      model: 'gpt-5-mini',
      purpose: 'classify',
      calls: 1_204,
      promptTokens: 800_000,
      cachedTokens: 0,
      completionTokens: 90_000,
      usd: 3.21,
    },
  ],
  total: { calls: 1_204, unpricedCalls: 0, usd: 3.21 },
  spared: { calls: 300, usd: 0.8 },
  budget: { limitUsd: 50, spentUsd: 43.5 },
});

export const anEntry = (seq: number): AuditEntry => ({
  seq,
  at: '2026-03-02T10:00:00.000Z',
  actor: { kind: 'admin', id: '5' },
  action: 'changeTenantSettings',
  details: { oldVersion: seq, newVersion: seq + 1 },
  hash: 'ab12',
});
