import type { EscalationRules } from '../../contract/escalation-rules.ts';
import type { RulesCompared, SignalsCompared, SignalsFound } from '../../ports/signals.ts';
import { findSignals } from './find-signals.ts';
import { fold } from './fold.ts';
import { ownPhrases } from './own-phrases.ts';

/** What a text says by the shipped phrases and by the account's own; a muted rule is found and told apart. */
export function signalsOf(text: string, rules: EscalationRules): SignalsFound {
  const muted = new Set<string>(rules.muted);
  const found = findSignals(text, ownPhrases(rules));
  return {
    signals: found.filter(({ rule }) => !muted.has(rule)),
    muted: found.filter(({ rule }) => muted.has(rule)),
  };
}

/** What only one of the two lists has. */
function changed<T>(some: T[], others: T[]): T[] {
  const [ours, theirs] = [some, others].map((list) => new Set(list.map((one) => JSON.stringify(one))));
  return [
    ...some.filter((one) => !theirs?.has(JSON.stringify(one))),
    ...others.filter((one) => !ours?.has(JSON.stringify(one))),
  ];
}

/** What two accounts' rules make of a text; null where it holds none of the words that only one of them has. */
export function compareSignals(text: string, { inForce, proposed }: RulesCompared): SignalsCompared | null {
  const { phrases, exceptions } = ownPhrases({
    muted: [],
    phrases: changed(inForce.phrases, proposed.phrases),
    notSignals: changed(inForce.notSignals, proposed.notSignals),
  });
  const folded = fold(text).text;
  const occurs = [...phrases, ...exceptions].some(
    ({ needle, pattern }) => folded.includes(needle) && folded.search(pattern) >= 0,
  );
  return occurs ? { before: signalsOf(text, inForce), after: signalsOf(text, proposed) } : null;
}
