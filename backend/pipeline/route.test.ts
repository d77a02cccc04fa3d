import { describe, expect, it } from 'vitest';
import { rulesInForce } from '../test/routing.ts';
import { aClassification } from '../test/ticket.ts';
import { escalate, route } from './route.ts';

const quiet = { classification: aClassification({ sentiment: 'neutral' }), escalationRisk: false, signals: [] };
const signal = (rule: string) => ({ rule, phrase: rule });

describe('escalate', () => {
  it('flags nothing without a reason', () => {
    expect(escalate(quiet)).toEqual({ flagged: false, risk: 'low', reasons: [] });
  });

  it.each([
    ['model', { ...quiet, classification: aClassification({ urgency: 'P1', sentiment: 'neutral' }) }],
    ['model', { ...quiet, escalationRisk: true }],
    ['signal', { ...quiet, signals: [signal('legal')] }],
    ['sentiment', { ...quiet, classification: aClassification({ sentiment: 'angry' }) }],
  ])('flags by layer %s alone and says so', (layer, input) => {
    const escalation = escalate(input);
    expect(escalation.flagged).toBe(true);
    expect(escalation.reasons.map((reason) => reason.layer)).toEqual([layer]);
    expect(escalation.risk).toBe('medium');
  });

  it.each([
    [1, 'medium'],
    [2, 'high'],
    [3, 'critical'],
    [5, 'critical'],
  ])('counts %i kinds of signals as %s risk', (count, risk) => {
    const signals = Array.from({ length: count }, (_, index) => signal(`rule${index}`));
    expect(escalate({ ...quiet, signals: [...signals, ...signals] }).risk).toBe(risk);
  });
});

describe('route', () => {
  const groupIds = new Map([['tech_support', '900']]);
  const to = (over: Partial<Parameters<typeof route>[0]> = {}) =>
    route({
      classification: aClassification({ category: 'technical', urgency: 'P1' }),
      escalation: escalate(quiet),
      facts: { language: 'en', channel: 'email', tier: null, marks: [] },
      inForce: rulesInForce(),
      groupIds,
      createdAt: '2026-03-01T08:00:00Z',
      ...over,
    });

  it('takes team, group and hours from the table', () => {
    expect(to()).toMatchObject({
      team: 'tech_support',
      groupId: '900',
      slaHours: 0.5,
      dueAt: '2026-03-01T08:30:00.000Z',
    });
  });

  it('names no group that the account does not have', () => {
    expect(to({ groupIds: new Map() }).groupId).toBeNull();
  });

  it('pulls in the escalation team for a signal, and not for anger alone', () => {
    const signalled = escalate({ ...quiet, signals: [signal('legal')] });
    const angry = escalate({ ...quiet, classification: aClassification({ sentiment: 'angry' }) });
    expect(to({ escalation: signalled }).escalationTeam).toBe('engineering_oncall');
    expect(to({ escalation: angry }).escalationTeam).toBeNull();
    expect(to({ escalation: angry }).rules).toContain('escalate:sentiment:angry');
  });
});
