import type { Source, Triage } from '../../backend/contract/triage.ts';

type Parts = Partial<Omit<Triage, 'classification'>> & { classification?: Partial<Triage['classification']> | null };

/** A finished triage of a double charge, with any part replaced. */
export function aTriage({ classification, ...parts }: Parts = {}): Triage {
  return {
    id: '0b9f2f7e-1c1d-4d7e-9f43-0a54c7b0e1d2',
    ticketId: '42',
    status: 'done',
    createdAt: '2026-03-02T10:00:00.000Z',
    updatedAt: '2026-03-02T10:00:02.000Z',
    language: 'en',
    languageConfidence: 0.99,
    skipReason: null,
    failure: null,
    truncated: false,
    unread: false,
    instructsModel: false,
    setAside: [],
    classification: classification === null ? null : { ...CLASSIFICATION, ...classification },
    escalation: { flagged: false, risk: 'low', reasons: [] },
    routing: {
      team: 'billing_support',
      sureTeam: false,
      escalationTeam: null,
      groupId: '8',
      slaHours: 4,
      dueAt: '2026-03-02T14:00:00.000Z',
      resolutionHours: null,
      skills: [],
      watchers: [],
      version: 0,
      rules: [],
    },
    sla: null,
    assignee: null,
    unassigned: null,
    sources: [],
    sourcesAvailable: true,
    draft: { kind: 'reply', text: 'We are on it.', language: 'en', parts: [], sourceIds: [], decidedBy: 'builtin' },
    ...parts,
  };
}

const CLASSIFICATION: NonNullable<Triage['classification']> = {
  category: 'billing',
  secondary: null,
  subcategory: null,
  urgency: 'P2',
  sentiment: 'frustrated',
  summary: 'Charged twice for May.',
  confidence: 0.91,
  urgencyConfidence: 0.8,
  sentimentConfidence: 0.8,
  secondaryConfidence: null,
  band: 'high',
  unsure: [],
  needsReview: false,
  candidates: [
    { category: 'billing', confidence: 0.91 },
    { category: 'account', confidence: 0.05 },
  ],
  evidence: ['charged twice'],
  decidedBy: 'builtin',
  decidedWhy: 'first',
  model: null,
  fallbackReason: null,
};

/** A solved ticket among the sources, with any part replaced. */
export const aSource = (parts: Partial<Source> = {}): Source => ({
  id: 'ticket:77',
  kind: 'ticket',
  title: 'Twice',
  url: null,
  ticketId: '77',
  language: 'en',
  category: null,
  score: 0.874,
  gold: false,
  resolvedAt: null,
  resolutionHours: null,
  resolution: null,
  copies: 1,
  standing: 'current',
  ...parts,
});
