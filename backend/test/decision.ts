import type { DecideInput, Decision } from '../ports/decision.ts';
import type { RawClassification } from '../ports/engine.ts';

export const aRaw = (over: Partial<RawClassification> = {}): RawClassification => ({
  category: [
    { value: 'billing', probability: 0.7 },
    { value: 'account', probability: 0.2 },
  ],
  urgency: [{ value: 'P3', probability: 0.8 }],
  sentiment: [{ value: 'neutral', probability: 0.9 }],
  secondary: null,
  subcategory: 'charge',
  summary: 'Charged twice.',
  escalationRisk: false,
  evidence: ['charged'],
  selfReported: null,
  ...over,
});

export const aDecideInput = (over: Partial<DecideInput> = {}): DecideInput => ({
  raw: aRaw(),
  decidedBy: 'builtin',
  decidedWhy: 'first',
  model: 'builtin-1',
  fallbackReason: null,
  yardstick: { calibrations: [], thresholds: [], dialled: [], reviewBelow: 0.5 },
  signals: [],
  facts: { language: 'en', channel: 'email', tier: null, marks: [] },
  rulesVersion: 3,
  groupIds: { billing_support: '501' },
  createdAt: '2026-01-01T10:00:00Z',
  ...over,
});

export const aDecision = (over: Partial<Decision> = {}): Decision => ({
  input: aDecideInput(),
  taxonomyVersion: 't-1',
  promptVersion: null,
  tried: [{ engine: 'builtin', outcome: 'answered' }],
  guesses: [
    {
      engine: 'builtin',
      model: 'builtin-1',
      category: { value: 'billing', probability: 0.7 },
      urgency: { value: 'P3', probability: 0.8 },
      sentiment: { value: 'neutral', probability: 0.9 },
    },
  ],
  language: 'en',
  ...over,
});
