import fc from 'fast-check';
import type { Classification, Triage } from '../contract/triage.ts';
import { HOUR, type TestHistory } from './overview-history.ts';

type ValueOf<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never;

const ticketId = fc.constantFrom('1', '2', '3');
const categories = fc.constantFrom('billing', 'account', 'shipping');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const reason = fc.record({
  layer: fc.constantFrom('signal' as const, 'model' as const, 'sentiment' as const),
  rule: fc.constantFrom('legal', 'churn'),
  phrase: fc.constant(null),
});
const probability = fc.integer({ min: 0, max: 1_000 }).map((mille) => mille / 1_000);
const hoursOn = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

const triaging = fc.record({
  ...{ kind: fc.constant('triage' as const), ticketId, hash: fc.constantFrom('a', 'b'), force: fc.boolean() },
  skipped: fc.integer({ min: 0, max: 3 }).map((of) => of === 0),
  failed: fc.integer({ min: 0, max: 5 }).map((of) => of === 0),
  promptVersion: fc.constantFrom(null, 'p-1'),
  over: fc.record({
    ...{ category: categories, urgency: fc.constantFrom('P1' as const, 'P3' as const), confidence: probability },
    ...{ urgencyConfidence: probability, needsReview: fc.boolean() },
    ...{ fallbackReason: fc.constantFrom(null, 'openai: timeout'), decidedBy: fc.constantFrom('openai', 'nobody') },
  }),
  language: fc.constantFrom('en', 'ja'),
  reasons: fc.array(reason, { maxLength: 3 }),
  repliedAfter: maybe(fc.integer({ min: -900, max: 900 })),
});
const submitting = fc.record({
  ...{ kind: fc.constant('submit' as const), ticketId, before: fc.boolean() },
  final: fc.record(
    {
      category: fc.option(categories),
      urgency: fc.constantFrom('P1', 'P3', null),
      ...{ priority: fc.constantFrom('urgent', null), sentiment: fc.constantFrom('frustrated', 'calm') },
      group: fc.constantFrom('501', '7', null),
      escalation: fc.constantFrom('yes', null),
    },
    { requiredKeys: [] },
  ),
  reply: fc.constantFrom(null, 'Hello', 'Hallo', 'Something else altogether'),
});
const standing = fc.record({
  ...{ kind: fc.constant('stand' as const), ticketId, groupId: fc.constantFrom(null, '9') },
  status: fc.constantFrom('open', 'pending', 'solved'),
});
const folding = fc.record({ kind: fc.constant('fold' as const), limit: fc.integer({ min: 1, max: 4 }) });
const other = fc.record({ kind: fc.constantFrom('mark' as const, 'rate' as const), ticketId });

/** Something that happens to a ticket, or that is counted meanwhile. */
export const anAct = fc.oneof(
  { arbitrary: triaging, weight: 4 },
  { arbitrary: submitting, weight: 4 },
  standing,
  folding,
  other,
);
type Triaged = ValueOf<typeof triaging>;
type Submitted = ValueOf<typeof submitting>;

const bodyOf = ({ language, reasons, repliedAfter }: Triaged): Partial<Triage> => ({
  language,
  escalation: { flagged: reasons.length > 0, risk: 'low', reasons },
  sla:
    repliedAfter === undefined
      ? null
      : {
          firstReply: { hours: 1, dueAt: hoursOn(0), pausedSince: null, metAt: hoursOn(repliedAfter) },
          resolution: null,
        },
});

export const acts = {
  triage: (history: TestHistory, act: Triaged) =>
    history.triage(act.ticketId, { ...act, over: act.over as Partial<Classification>, body: bodyOf(act) }),
  submit: (history: TestHistory, { ticketId: id, final, reply, before }: Submitted) =>
    history.submit(id, { final, reply, ...(before ? { at: '2020-01-01T00:00:00Z' } : {}) }),
  stand: (history: TestHistory, { ticketId: id, status, groupId }: ValueOf<typeof standing>) =>
    history.stand(id, status, groupId),
  fold: (history: TestHistory, { limit }: ValueOf<typeof folding>) => history.fold(limit),
  mark: (history: TestHistory, { ticketId: id }: ValueOf<typeof other>) => history.mark(id),
  rate: (history: TestHistory, { ticketId: id }: ValueOf<typeof other>) =>
    history.say(history.mention(id), { type: 'rated' }),
};
