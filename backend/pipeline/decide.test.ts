import { describe, expect, it } from 'vitest';
import type { Routing } from '../contract/triage.ts';
import type { DecideInput } from '../ports/decision.ts';
import { aDecideInput, aDecision, aRaw } from '../test/decision.ts';
import { rulesInForce } from '../test/routing.ts';
import { aTriage } from '../test/ticket.ts';
import { costOf } from './cost.ts';
import { decide } from './decide.ts';
import { replay } from './replay.ts';

const rules = rulesInForce();

describe('decide', () => {
  it('gives the same decision for the same record, also after it was stored', () => {
    const decision = aDecision({ input: aDecideInput({ signals: [{ rule: 'legal', phrase: 'my lawyer' }] }) });
    const triage = aTriage(decide(decision.input, rules));
    expect(triage.escalation?.reasons).toContainEqual({ layer: 'signal', rule: 'legal', phrase: 'my lawyer' });
    expect(replay(JSON.parse(JSON.stringify(decision)), JSON.parse(JSON.stringify(triage)), rules)).toEqual([]);
  });

  it('names what a replay does not give again', () => {
    const decision = aDecision();
    const triage = aTriage(decide(decision.input, rules));
    const other = aDecision({ input: aDecideInput({ raw: aRaw({ urgency: [{ value: 'P1', probability: 0.9 }] }) }) });
    expect(replay(other, triage, rules)).toEqual(['classification', 'escalation', 'routing']);
  });

  it('replays what was kept before rules had versions, by the row that it kept', () => {
    const { facts, rulesVersion, ...old } = aDecideInput({ signals: [{ rule: 'legal', phrase: 'my lawyer' }] });
    const row = { team: 'bills', escalationTeam: 'bosses', slaHours: { P1: 1, P2: 2, P3: 3, P4: 4 } };
    const kept = JSON.parse(
      JSON.stringify(aDecision({ input: { ...old, table: { billing: row } } as unknown as DecideInput })),
    );
    const triage = aTriage(decide(aDecideInput({ signals: old.signals }), rules));
    const routing = {
      team: 'bills',
      escalationTeam: 'bosses',
      groupId: null,
      slaHours: 3,
      dueAt: '2026-01-01T13:00:00.000Z',
      rules: ['category:billing', 'sla:P3', 'escalate:signal:legal'],
    };
    expect(replay(kept, { ...triage, routing: routing as Routing }, null)).toEqual([]);
    expect(replay(kept, { ...triage, routing: { ...routing, slaHours: 4 } as Routing }, null)).toEqual(['routing']);
  });

  it('does not replay without the rules that decided', () => {
    expect(replay(aDecision(), aTriage(), null)).toBeNull();
  });

  it.each(['rules', 'nobody'] as const)('leaves to a human what %s decided, however low the bar', (decidedBy) => {
    const yardstick = { calibrations: [], thresholds: [], dialled: [], reviewBelow: 0 };
    const { classification } = decide(aDecideInput({ decidedBy, yardstick }), rules);
    expect(classification).toMatchObject({
      needsReview: true,
      band: 'low',
      unsure: ['category', 'urgency', 'sentiment'],
    });
  });

  it('refuses scores without a value', () => {
    expect(() => decide(aDecideInput({ raw: aRaw({ urgency: [] }) }), rules)).toThrow(RangeError);
  });
});

describe('cost', () => {
  const prices = {
    'gpt-4o': { input: 2.5, cachedInput: 1.25, output: 10 },
    'gpt-4o-mini': { input: 0.15, cachedInput: 0.075, output: 0.6 },
  };
  const usage = { promptTokens: 1_000, cachedTokens: 400, completionTokens: 100 };

  it('counts cached tokens at their price, and takes the longest name that fits', () => {
    expect(costOf({ model: 'gpt-4o-mini-2024-07-18', ...usage }, 'x', prices)).toBe(180);
    expect(costOf({ model: 'gpt-4o', ...usage }, 'x', prices)).toBe(3_000);
  });

  it('is not known for a model without a price', () => {
    expect(costOf({ model: 'gpt-4omega', ...usage }, 'x', prices)).toBeNull();
    expect(costOf({ model: null, ...usage }, 'x', prices)).toBeNull();
  });

  it('is that of the configured model when the provider calls it by another name', () => {
    expect(costOf({ model: 'vendor/mini', ...usage }, 'gpt-4o-mini', prices)).toBe(180);
  });
});
