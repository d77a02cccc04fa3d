import { describe, expect, it } from 'vitest';
import type { EscalationRules } from '../../contract/escalation-rules.ts';
import type { DecideInput, Signal } from '../../ports/decision.ts';
import type { MaskedText } from '../../ports/engine.ts';
import type { DecidedAt, Reading } from '../../ports/store.ts';
import { aDecideInput, aRaw } from '../../test/decision.ts';
import { aRule, noEscalationRules, rulesInForce } from '../../test/routing.ts';
import { compareSignals } from '../escalation/signals-of.ts';
import { type DryRunParts, dryRun } from './dry-run.ts';

const REACH = { days: 30, limit: 5_000, skip: 0 };

/** So many decisions, every second one of a ticket in German. */
const storeOf = (count: number): DryRunParts['store'] => ({
  readReadings: noReadings,
  readDecisions: async (_, { before, limit }) => {
    const from = before ? Number(before.at) + 1 : 0;
    return Array.from({ length: Math.max(0, Math.min(limit, count - from)) }, (_, index) => {
      const at = from + index;
      const one: DecidedAt = { id: `id-${at}`, at: String(at) };
      const facts = { language: at % 2 === 0 ? 'de' : 'en', channel: 'email', tier: null, marks: [] };
      return { ...one, ticketId: String(at), input: aDecideInput({ facts }) };
    });
  },
});
const reader: DryRunParts['reader'] = {
  compareSignals: async ({ text, ...rules }) => compareSignals(text, rules),
};
const noReadings: DryRunParts['store']['readReadings'] = async () => new Map();
const german = rulesInForce({ rules: [aRule({ when: { language: ['de'] } })] });
const run = (count: number, over: Partial<typeof REACH> = {}) =>
  dryRun('t', { inForce: rulesInForce(), proposed: german }, { ...REACH, ...over }, { store: storeOf(count), reader });

describe('a dry run of routing rules', () => {
  it('counts every flip and shows them page by page', async () => {
    const first = await run(900);
    expect(first).toMatchObject({ lookedAt: 900, more: false, flipped: 450, nextSkip: 200 });
    expect(first.fired).toEqual([{ rule: 'one', count: 450 }]);
    const [second, third] = [await run(900, { skip: 200 }), await run(900, { skip: 400 })];
    expect([second.nextSkip, third.nextSkip]).toEqual([400, null]);
    const seen = [first, second, third].flatMap(({ flips }) => flips.map(({ ticketId }) => ticketId));
    expect(seen).toEqual(Array.from({ length: 450 }, (_, at) => String(at * 2)));
  });

  it.each([
    [900, 300, 300, true],
    [900, 900, 900, false],
    [750, 750, 750, false],
    [751, 750, 750, true],
    [0, 100, 0, false],
  ])('of %i decisions looks at the newest %i', async (count, limit, lookedAt, more) => {
    expect(await run(count, { limit })).toMatchObject({ lookedAt, more, unknown: 0, flipped: Math.ceil(lookedAt / 2) });
  });

  it('leaves out a category that one of the two does not have', async () => {
    const { general, ...categories } = german.rules.categories;
    const input = aDecideInput({ raw: aRaw({ category: [{ value: 'general', probability: 0.9 }] }) });
    const store = { readDecisions: async () => [{ id: 'a', at: '1', ticketId: '1', input }], readReadings: noReadings };
    const proposed = { ...german, rules: { ...german.rules, categories } };
    expect(general).toBeDefined();
    expect(await dryRun('t', { inForce: rulesInForce(), proposed }, REACH, { store, reader })).toMatchObject({
      lookedAt: 0,
      unknown: 1,
    });
  });
});

describe('a dry run of escalation rules', () => {
  const escalate = (over: Partial<EscalationRules>) => ({ ...noEscalationRules(), ...over });
  const legal: Signal = { rule: 'legal', phrase: 'my lawyer' };
  const own = { rule: 'public', text: 'call the mayor' } as const;

  /** The team that is pulled in before and after, and how often texts were looked at. */
  const flip = async (
    input: Partial<DecideInput>,
    [inForce, proposed]: [Partial<EscalationRules>, Partial<EscalationRules>],
    text = '',
  ) => {
    const reading: Reading = { subject: 'Help' as MaskedText, text: text as MaskedText, language: 'en' };
    const asked: string[] = [];
    const decision = { id: 'a', at: '1', ticketId: '1', input: aDecideInput(input) };
    const store: DryRunParts['store'] = {
      readDecisions: async () => [decision],
      readReadings: async (_, ids) => {
        asked.push(...ids);
        return new Map([['a', reading]]);
      },
    };
    const rules = [inForce, proposed].map((one) => rulesInForce({ escalation: escalate(one) }));
    const [before, after] = [rules[0] ?? rulesInForce(), rules[1] ?? rulesInForce()];
    const { flips } = await dryRun('t', { inForce: before, proposed: after }, REACH, { store, reader });
    return [flips.map((one) => [one.before.escalationTeam, one.after.escalationTeam]), asked.length];
  };

  it('knows what a rule that is muted, or heard again, would change, without a look at texts', async () => {
    expect(await flip({ signals: [legal] }, [{}, { muted: ['legal'] }])).toEqual([[['billing_lead', null]], 0]);
    const muted = { signals: [], muted: [legal] };
    expect(await flip(muted, [{ muted: ['legal'] }, {}])).toEqual([[[null, 'billing_lead']], 0]);
    expect(await flip(muted, [{ muted: ['legal'] }, { muted: ['legal', 'public'] }])).toEqual([[], 0]);
  });

  it("finds an account's new phrases in the masked texts, and what is no signal any more", async () => {
    const text = 'Otherwise I will call the mayor.';
    expect(await flip({}, [{}, { phrases: [own] }], text)).toEqual([[[null, 'billing_lead']], 1]);
    expect(await flip({}, [{}, { phrases: [own] }], 'Nothing of the kind.')).toEqual([[], 1]);
    const found = { signals: [{ rule: 'public', phrase: 'call the mayor' }] };
    expect(await flip(found, [{ phrases: [own] }, {}], text)).toEqual([[['billing_lead', null]], 1]);
    const sue = 'The button says: I will sue you. Funny!';
    const notSignals = [{ text: 'I will sue you' }];
    expect(await flip({ signals: [legal] }, [{}, { notSignals }], sue)).toEqual([[['billing_lead', null]], 1]);
  });

  it('keeps a signal that the masked text does not show', async () => {
    const notSignals = [{ text: 'my lawyer' }];
    expect(await flip({ signals: [legal] }, [{}, { notSignals }], 'All else was cut off.')).toEqual([[], 1]);
  });
});
