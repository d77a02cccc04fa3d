import fc from 'fast-check';
import { type Urgency, urgencySchema } from '../contract/taxonomy.ts';
import type { ChangedField } from '../ports/ticket.ts';

export const VERSIONS = ['p-1', 'p-2', 'p-3'] as const;
export const RANKS = ['low', 'normal', 'high', 'urgent'];
/** What people and rules may set each field to; the first unsets it. */
const VALUES = {
  category: [null, 'billing', 'technical', 'account'],
  urgency: [null, ...urgencySchema.options],
  escalation: [false, true],
  priority: [null, ...RANKS],
  groupId: [null, '501', '502', '777'],
  assigneeId: [null, '8', '9'],
} as const satisfies Partial<Record<ChangedField, unknown[]>>;
export type Field = keyof typeof VALUES;
export const FIELDS = Object.keys(VALUES) as Field[];
export type Value = string | boolean | null;

export type Wanted = {
  category: string;
  urgency: Urgency;
  escalation: boolean;
  groupId: string;
  agentId: string | null;
};
/** What may happen to a ticket. `dies`: our process ends between the write and its record; `again`: and is run again at once; `back`: the value is set back at once. */
export type Act =
  | { do: 'apply'; version: string; wanted: Wanted; dies: boolean; again: boolean }
  | { do: 'edit'; by: 'agent' | 'customer' | 'rule'; field: Field; to: Value; back: boolean }
  | { do: 'tag'; tag: string; add: boolean }
  | { do: 'settle'; field: Field }
  | { do: 'undo'; version: string | null; dies: boolean };

const rarely = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);
const edit = fc.constantFrom(...FIELDS).chain((field) =>
  fc.record({
    do: fc.constant('edit' as const),
    by: fc.constantFrom('agent' as const, 'customer' as const, 'rule' as const),
    field: fc.constant(field),
    to: fc.constantFrom<Value>(...VALUES[field]),
    back: rarely,
  }),
);
const wanted = fc.record({
  category: fc.constantFrom('billing', 'technical', 'account'),
  urgency: fc.constantFrom(...urgencySchema.options),
  escalation: fc.boolean(),
  groupId: fc.constantFrom('501', '502'),
  agentId: fc.constantFrom('8', '9', null),
});
export const applyAct = fc.record({
  do: fc.constant('apply' as const),
  version: fc.constantFrom(...VERSIONS),
  wanted,
  dies: rarely,
  again: fc.boolean(),
});
const undo = fc.record({
  do: fc.constant('undo' as const),
  version: fc.constantFrom(...VERSIONS, null),
  dies: rarely,
});
const tag = fc.record({ do: fc.constant('tag' as const), tag: fc.constantFrom('vip', 'old'), add: fc.boolean() });
const settle = fc.record({ do: fc.constant('settle' as const), field: fc.constantFrom(...FIELDS) });
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: applyAct },
  { weight: 4, arbitrary: edit },
  { weight: 3, arbitrary: undo },
  { weight: 1, arbitrary: tag },
  { weight: 1, arbitrary: fc.oneof({ weight: 3, arbitrary: tag }, { weight: 1, arbitrary: settle }) },
);
