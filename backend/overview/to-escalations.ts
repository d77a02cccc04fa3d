import type { Escalations } from '../contract/overview.ts';
import type { TallySum } from '../ports/overview.ts';

type Rule = Escalations['rules'][number];

/** How each reason for an escalation did; those that fired most stand first. */
export function toEscalations(sums: readonly TallySum[]): Pick<Escalations, 'rules' | 'flagged'> {
  const rules = new Map<string, Rule>();
  for (const { series, key, second, tickets } of sums) {
    if (series !== 'escalation') continue;
    const [layer, ...rest] = key.split(':');
    const rule = rules.get(key) ?? {
      ...{ layer: layer as Rule['layer'], rule: rest.join(':') },
      ...{ fired: 0, decided: 0, agreed: 0, decidedAlone: 0, agreedAlone: 0 },
    };
    if (second === 'fired') rule.fired += tickets;
    else if (second.endsWith('_alone')) rule.decidedAlone += tickets;
    else rule.decided += tickets;
    if (second === 'agreed') rule.agreed += tickets;
    if (second === 'agreed_alone') rule.agreedAlone += tickets;
    rules.set(key, rule);
  }
  const flagged = sums.find(({ series, key }) => series === 'flagged' && key === 'yes');
  return {
    rules: [...rules.values()].toSorted((a, b) => b.fired - a.fired || a.rule.localeCompare(b.rule)),
    flagged: flagged?.tickets ?? 0,
  };
}
