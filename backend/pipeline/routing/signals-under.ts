import { isDeepStrictEqual } from 'node:util';
import type { EscalationRules } from '../../contract/escalation-rules.ts';
import type { DecideInput, Signal } from '../../ports/decision.ts';
import type { RulesCompared, SignalsCompared } from '../../ports/signals.ts';

type Found = Pick<DecideInput, 'signals' | 'muted'>;

const allOf = ({ signals, muted = [] }: Found): Signal[] => [...signals, ...muted];
const onceEach = (signals: Signal[]): Signal[] => [...new Map(signals.map((one) => [one.rule, one])).values()];
const heard = (signals: Signal[], { muted }: EscalationRules): Signal[] =>
  signals.filter(({ rule }) => !muted.some((one) => one === rule));

/** Whether two rules differ in what only the text can tell; what is muted is known without it. */
export const needText = ({ inForce, proposed }: RulesCompared): boolean =>
  !isDeepStrictEqual([inForce.phrases, inForce.notSignals], [proposed.phrases, proposed.notSignals]);

/**
 * The signals of a kept decision under the rules in force and under others. `read`: what both make of the masked text, which may say
 * less than the text did: what was found there and cannot be seen any more stays.
 */
export function signalsUnder(kept: Found, read: SignalsCompared | null, { inForce, proposed }: RulesCompared) {
  const [seen, seenAfter] = read ? [allOf(read.before), allOf(read.after)] : [[], []];
  const before = onceEach([...allOf(kept), ...seen]);
  const has = (signals: Signal[], { rule }: Signal) => signals.some((one) => one.rule === rule);
  const stays = before.filter((one) => !has(seen, one) || has(seenAfter, one));
  return { before: heard(before, inForce), after: heard(onceEach([...stays, ...seenAfter]), proposed) };
}
