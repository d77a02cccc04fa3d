import type { CategoryRow, RoutingRule, RoutingWhen } from './routing-rule.ts';
import { type Schedules, type Teams, unknownSchedules } from './schedules.ts';

type Rules = { categories: Record<string, CategoryRow>; rules: RoutingRule[] };

/** What is wrong, where, and what to do. */
export type RoutingFault = { path: (string | number)[]; message: string };

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const isLanguage = (code: string): boolean =>
  code === 'und' ||
  // `deu` and `iw` are other codes of languages that are known as `de` and `he`; `mul` is no language.
  (/^[a-z]{2,3}$/.test(code) &&
    code !== 'mul' &&
    languages.of(code) !== undefined &&
    Intl.getCanonicalLocales(code)[0] === code);

const isOnly = (list: readonly string[] | undefined, value: string): boolean =>
  list?.every((one) => one === value) ?? false;

/** Why a condition says too little, or can never hold. */
function faultsOfWhen(when: RoutingWhen): RoutingFault[] {
  const { always, ...conditions } = when;
  const said = Object.values(conditions).filter((value) => value !== undefined).length;
  const { confidenceFrom: from, confidenceBelow: below, tags, withoutTags = [] } = when;
  const unwanted = new Set(withoutTags.map((tag) => tag.toLowerCase()));
  return [
    ...(said === 0 && !always ? [{ path: [], message: 'no condition; write "always": true for every ticket' }] : []),
    ...(said > 0 && always
      ? [{ path: ['always'], message: 'stands alone; leave it out beside other conditions' }]
      : []),
    ...(from !== undefined && below !== undefined && from >= below
      ? [{ path: ['confidenceFrom'], message: 'never holds: it is to be less than confidenceBelow' }]
      : []),
    ...(tags?.every((tag) => unwanted.has(tag.toLowerCase()))
      ? [{ path: ['tags'], message: 'never holds: withoutTags has all of them' }]
      : []),
    ...(when.escalated === false && (when.signals || isOnly(when.urgency, 'P1') || isOnly(when.sentiment, 'angry'))
      ? [{ path: ['escalated'], message: 'never holds: signals, P1 and anger escalate' }]
      : []),
    ...(when.language ?? []).flatMap((code, at) =>
      isLanguage(code)
        ? []
        : [{ path: ['language', at], message: `there is no language ${code}; give its ISO 639-1 code, such as de` }],
    ),
  ];
}

/** Hours for an urgency that the rule's own condition leaves out. */
const faultsOfHours = ({ when, set }: RoutingRule): RoutingFault[] =>
  (['slaHours', 'resolutionHours'] as const).flatMap((name) =>
    Object.keys(typeof set[name] === 'object' ? set[name] : {})
      .filter((urgency) => when.urgency && !when.urgency.some((one) => one === urgency))
      .map((urgency) => ({ path: ['set', name, urgency], message: `never used: when.urgency leaves ${urgency} out` })),
  );

function faultsOfRule(rule: RoutingRule): RoutingFault[] {
  const { when, set } = rule;
  const nothing = Object.values(set).every((value) => value === undefined);
  return [
    ...faultsOfWhen(when).map(({ path, message }) => ({ path: ['when', ...path], message })),
    ...(nothing ? [{ path: ['set'], message: 'nothing to do; name a team, hours, skills or watchers' }] : []),
    ...faultsOfHours(rule),
  ];
}

/** What can be told wrong from the rules alone. */
export function faultsWithin(all: Rules & { schedules: Schedules; teams: Teams }): RoutingFault[] {
  const { categories, rules, teams } = all;
  const first = new Map(rules.map(({ id }, at) => [id, at] as const).toReversed());
  const named = new Set([
    ...Object.values(categories).flatMap(({ team, escalationTeam }) => [team, escalationTeam]),
    ...rules.flatMap(({ set }) => [set.team, set.escalationTeam]),
  ]);
  return [
    ...rules.flatMap((rule, at) => [
      ...(first.get(rule.id) === at
        ? []
        : [{ path: ['rules', at, 'id'], message: `${rule.id} is the id of another rule too; give it its own` }]),
      ...faultsOfRule(rule).map(({ path, message }) => ({ path: ['rules', at, ...path], message })),
    ]),
    ...unknownSchedules(all),
    ...Object.keys(teams)
      .filter((team) => !named.has(team))
      .map((team) => ({ path: ['teams', team], message: 'no category and no rule names this team' })),
  ];
}

/** What they name that the account does not have: categories of its taxonomy and rules of its escalation phrases. */
export function faultsOfNames(
  { categories, rules }: Rules,
  known: { categories: readonly string[]; signals: readonly string[] },
): RoutingFault[] {
  const routed = Object.keys(categories);
  const unknown = (at: number, name: 'category' | 'secondary' | 'signals', of: readonly string[], what: string) =>
    (rules[at]?.when[name] ?? []).flatMap((value, index) =>
      of.includes(value)
        ? []
        : [{ path: ['rules', at, 'when', name, index], message: `${value}: there is no such ${what}` }],
    );
  return [
    ...known.categories
      .filter((name) => !routed.includes(name))
      .map((name) => ({ path: ['categories', name], message: 'this category of the taxonomy has no team' })),
    ...routed
      .filter((name) => !known.categories.includes(name))
      .map((name) => ({ path: ['categories', name], message: 'the taxonomy has no such category' })),
    ...rules.flatMap((_, at) => [
      ...unknown(at, 'category', known.categories, 'category'),
      ...unknown(at, 'secondary', known.categories, 'category'),
      ...unknown(at, 'signals', known.signals, 'signal'),
    ]),
  ];
}

export const sayFault = ({ path, message }: RoutingFault): string => `${path.join('.')}: ${message}`;
