import type { Connection } from '../ports/connection.ts';
import type { AccountGroup } from '../ports/helpdesk-account.ts';

export type FoundTeam = { team: string; groupId: string | null; groupName: string | null };

/** The group of each team: as an admin chose it, as it was when we connected, or by its name. One that is gone counts no more. */
export function findTeams(
  teams: readonly string[],
  groups: readonly AccountGroup[],
  { chosen, groupOf }: Pick<Connection, 'groupOf'> & { chosen: Readonly<Record<string, string>> },
): FoundTeam[] {
  return teams.map((team) => {
    const byId = (id: string | undefined) => groups.find((group) => group.id === id);
    const group = byId(chosen[team]) ?? byId(groupOf[team]) ?? groups.find((one) => one.team === team);
    return { team, groupId: group?.id ?? null, groupName: group?.name ?? null };
  });
}
