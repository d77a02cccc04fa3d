import type { SignalsView } from '../contract/signals.ts';
import type { SignalCount } from '../ports/signals.ts';
import { exactInterval } from './trust/interval.ts';

type Rule = SignalsView['rules'][number];
type Tally = Pick<Rule, 'fired' | 'muted' | 'decided' | 'agreed' | 'precision'>;

const sum = (counts: readonly SignalCount[], name: Exclude<keyof SignalCount, 'rule' | 'language'>): number =>
  counts.reduce((total, count) => total + count[name], 0);

const precisionOf = (agreed: number, decided: number) => (decided > 0 ? exactInterval(agreed, decided) : null);

function tally(counts: readonly SignalCount[]): Tally {
  const [decided, agreed] = [sum(counts, 'decided'), sum(counts, 'agreed')];
  const precision = precisionOf(agreed, decided);
  return { fired: sum(counts, 'fired'), muted: sum(counts, 'muted'), decided, agreed, precision };
}

/** How often people agreed with a rule that fired, over all and by language. */
export function signalPrecision(rule: string, all: readonly SignalCount[]): Tally & Pick<Rule, 'alone' | 'languages'> {
  const counts = all.filter((count) => count.rule === rule);
  const [decided, agreed] = [sum(counts, 'decidedAlone'), sum(counts, 'agreedAlone')];
  return {
    ...tally(counts),
    alone: { decided, agreed, precision: precisionOf(agreed, decided) },
    languages: counts.map((count) => ({ language: count.language, ...tally([count]) })),
  };
}
