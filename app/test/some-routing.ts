import type { RoutingRules } from '../../backend/contract/routing-rules.ts';
import type { OutputOf } from '../overview/api/routes.ts';
import { type FakeBackend, Refusal } from './fake-backend.ts';

const slaHours = { P1: 1, P2: 4, P3: 24, P4: 72 };

export const someRules = (parts: Partial<RoutingRules> = {}): RoutingRules => ({
  categories: {
    billing: { team: 'billing_support', escalationTeam: 'billing_lead', slaHours },
    technical: { team: 'tech_support', escalationTeam: 'billing_lead', slaHours },
  },
  rules: [
    { id: 'vip', when: { category: ['billing'], tags: ['vip'] }, set: { team: 'vip_support', slaHours: 1 } },
    { id: 'japan', when: { language: ['ja'] }, set: { team: 'tokyo' } },
  ],
  schedules: {},
  teams: {},
  assignment: { enabled: false, maxOpen: 20, agents: {} },
  escalation: { muted: [], phrases: [], notSignals: [] },
  ...parts,
});

type View = OutputOf<'readRouting'>;

/** A backend that has these rules in force and takes others. */
export function holdRules(backend: FakeBackend, ...versions: RoutingRules[]): void {
  const views: View[] = versions.map((rules, at) => ({
    version: at + 1,
    savedBy: 'admin',
    savedAt: '2026-03-02T10:00:00.000Z',
    note: null,
    hash: 'h',
    rules,
  }));
  const inForce = () => {
    const newest = views.at(-1);
    if (!newest) throw new Error('There are no rules');
    return newest;
  };
  const save = (rules: Record<string, unknown>, note: string | null): View => {
    const saved = { ...inForce(), version: inForce().version + 1, note, rules };
    views.push(saved);
    return saved;
  };
  backend.answers.readRouting = ({ query: { version } }) => views.find((view) => view.version === version) ?? inForce();
  backend.answers.listRoutings = () => ({ versions: views.toReversed() });
  backend.answers.changeRouting = ({ body }) => {
    const { rules, basedOn, note } = body as { rules: Record<string, unknown>; basedOn: number; note: string | null };
    if (basedOn !== inForce().version) return new Refusal(409, 'conflict', 'It is not in force any more.');
    return save(rules, note);
  };
}

/** The rules that were sent last. */
export function sentRules(backend: FakeBackend): RoutingRules {
  const last = backend.called('changeRouting').at(-1);
  if (!last) throw new Error('No rules were sent');
  return (last.body as { rules: RoutingRules }).rules;
}
