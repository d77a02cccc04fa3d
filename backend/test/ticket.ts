import type { Classification, Triage } from '../contract/triage.ts';
import type { Comment, Ticket } from '../ports/ticket.ts';

export const aComment = (over: Partial<Comment> = {}): Comment => ({
  id: '1',
  authorId: '10',
  fromCustomer: true,
  public: true,
  text: 'I was charged twice this month.',
  html: null,
  createdAt: '2026-01-01T10:00:00Z',
  attachments: [],
  ...over,
});

export const aTicket = (over: Partial<Ticket> = {}): Ticket => ({
  id: '42',
  subject: 'Charged twice',
  channel: 'email',
  status: 'open',
  priority: null,
  groupId: null,
  tags: [],
  fields: { category: null, urgency: null, sentiment: null, confidence: null, escalation: false },
  requester: { id: '10', name: 'Ada Quill', email: 'ada@quill.example' },
  people: [{ id: '10', name: 'Ada Quill', email: 'ada@quill.example' }],
  organisations: [],
  comments: [aComment()],
  createdAt: '2026-01-01T10:00:00Z',
  updatedAt: '2026-01-01T10:00:00Z',
  ...over,
});

export const aClassification = (over: Partial<Classification> = {}): Classification => ({
  category: 'billing',
  secondary: null,
  subcategory: null,
  urgency: 'P2',
  sentiment: 'frustrated',
  summary: 'Charged twice.',
  confidence: 0.9,
  band: 'high',
  needsReview: false,
  candidates: [],
  evidence: ['charged'],
  decidedBy: 'builtin',
  model: null,
  fallbackReason: null,
  ...over,
});

export const aTriage = (over: Partial<Triage> = {}): Triage => ({
  id: '0b0f4c7e-9d43-4a59-8f3e-6a5f0f2f7c11',
  ticketId: '42',
  status: 'done',
  createdAt: '2026-01-01T10:00:01Z',
  updatedAt: '2026-01-01T10:00:02Z',
  language: 'en',
  languageConfidence: 0.99,
  skipReason: null,
  failure: null,
  truncated: false,
  unread: false,
  setAside: [],
  classification: aClassification(),
  escalation: { flagged: false, risk: 'low', reasons: [] },
  routing: {
    team: 'billing_support',
    escalationTeam: null,
    groupId: '501',
    slaHours: 4,
    dueAt: '2026-01-01T14:00:00Z',
    rules: ['category:billing'],
  },
  sources: [],
  sourcesAvailable: true,
  draft: { kind: 'reply', text: 'Hello', language: 'en', sourceIds: [], removed: [], decidedBy: 'builtin' },
  ...over,
});
