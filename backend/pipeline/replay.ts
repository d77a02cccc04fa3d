import { isDeepStrictEqual } from 'node:util';
import type { Triage } from '../contract/triage.ts';
import type { Decision } from '../ports/decision.ts';
import { decide } from './decide.ts';

/** Decides again from what was kept, and names the parts that come out differently: none, for as long as the rules are the same. */
export function replay({ input }: Decision, triage: Triage): ('classification' | 'escalation' | 'routing')[] {
  const again = decide(input);
  return (['classification', 'escalation', 'routing'] as const).filter(
    (part) => !isDeepStrictEqual(again[part], triage[part]),
  );
}
