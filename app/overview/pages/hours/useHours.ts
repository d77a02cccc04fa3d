import type { RoutingRules } from '../../../../backend/contract/routing-rules.ts';
import type { Schedule } from '../../../../backend/contract/schedules.ts';
import { useRouting } from '../routing/RoutingDraft.tsx';
import { newSchedule, renamed, without } from './schedules.ts';

/** Schedules, and who keeps which, changed together. */
export function useHours() {
  const { body, edit, teams, faultAt, faults } = useRouting();
  const { schedules } = body;
  const scheduleOf = (rules: RoutingRules, swap: (name: string) => string | undefined) =>
    Object.fromEntries(
      Object.entries(rules.teams).flatMap(([team, { schedule }]) => {
        const next = schedule === undefined ? undefined : swap(schedule);
        return next === undefined ? [] : [[team, { schedule: next }]];
      }),
    );
  return {
    schedules,
    teams: [...new Set([...teams, ...Object.keys(body.teams)])].toSorted(),
    scheduleOf: (team: string) => body.teams[team]?.schedule ?? null,
    faultAt,
    faults,
    add(timeZone: string) {
      const names = Object.keys(schedules);
      let count = names.length + 1;
      while (names.includes(`hours_${count}`)) count += 1;
      edit((rules) => ({ ...rules, schedules: { ...rules.schedules, [`hours_${count}`]: newSchedule(timeZone) } }));
    },
    change: (name: string, schedule: Schedule) =>
      edit((rules) => ({ ...rules, schedules: { ...rules.schedules, [name]: schedule } })),
    /** Who keeps it keeps it under its new name. */
    rename(from: string, to: string) {
      if (Object.hasOwn(schedules, to)) return;
      edit((rules) => ({
        ...rules,
        schedules: renamed(rules.schedules, from, to),
        teams: scheduleOf(rules, (name) => (name === from ? to : name)),
      }));
    },
    /** Who kept it works at all hours from then on. */
    remove: (gone: string) =>
      edit((rules) => ({
        ...rules,
        schedules: without(rules.schedules, gone),
        teams: scheduleOf(rules, (name) => (name === gone ? undefined : name)),
      })),
    keep: (team: string, schedule: string | null) =>
      edit((rules) => ({
        ...rules,
        teams: schedule === null ? without(rules.teams, team) : { ...rules.teams, [team]: { schedule } },
      })),
  };
}
