import type { DryRun } from '../../../../backend/contract/routing.ts';

type Outcome = DryRun['flips'][number]['before'];
const KEYS = [
  'team',
  'sureTeam',
  'escalationTeam',
  'slaHours',
  'dueAt',
  'resolutionHours',
  'skills',
  'watchers',
] as const;
type Key = (typeof KEYS)[number];
export type Difference = { key: Key; before: Outcome[Key]; after: Outcome[Key] };

/** Only what comes out differently; other hours say already that another time is due. */
export function differencesOf(before: Outcome, after: Outcome): Difference[] {
  const differ = (key: Key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  return KEYS.filter((key) => differ(key) && !(key === 'dueAt' && differ('slaHours'))).map((key) => ({
    key,
    before: before[key],
    after: after[key],
  }));
}
