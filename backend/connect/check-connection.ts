import { CHECKS, type Check, type ConnectionView } from '../contract/connection.ts';
import type { AccountGroup } from '../ports/helpdesk-account.ts';
import { blocked, broken, checkAuthorization, LOOKS, type Looked, type Looking, lookedAt, OK } from './checks.ts';
import type { ConnectParts, ConnectTenant } from './connect-parts.ts';
import { type FoundTeam, findTeams } from './find-teams.ts';

type Groups = { looked: Looked; teams: FoundTeam[]; groups: AccountGroup[] };

/** Null groups: they could not be read. */
async function lookAtGroups({ tenant, connection, parts }: Looking): Promise<Groups> {
  const names = await parts.readTeams(tenant);
  let groups: AccountGroup[] = [];
  let teams: FoundTeam[] = names.map((team) => ({ team, groupId: null, groupName: null }));
  const looked = await lookedAt(async () => {
    groups = await tenant.account.fetchGroups();
    teams = findTeams(names, groups, { chosen: tenant.settings.groupOf, groupOf: connection.groupOf });
    const lacking = teams.filter(({ groupId }) => groupId === null).map(({ team }) => team);
    return lacking.length > 0 ? broken('groups_missing', 'choose', lacking) : OK;
  });
  return { looked, teams, groups };
}

async function lookAtAll(looking: Looking): Promise<{ checks: Check[]; found: Groups | null }> {
  const authorization = await checkAuthorization(looking);
  if (authorization.state !== 'ok') {
    const rest = CHECKS.slice(1).map((name) => ({ name, ...blocked('authorization') }));
    return { checks: [{ name: 'authorization', ...authorization }, ...rest], found: null };
  }
  const reading = lookAtGroups(looking);
  const checks = await Promise.all(
    CHECKS.map(async (name): Promise<Check> => {
      if (name === 'authorization') return { name, ...authorization };
      if (name === 'groups') return { name, ...(await reading).looked };
      const look = LOOKS[name];
      return { name, ...(look ? await lookedAt(() => look(looking)) : OK) };
    }),
  );
  return { checks, found: await reading };
}

/** How an account and we stand, looked at now: what is missing by name, and what would mend it. */
export async function checkConnection(tenant: ConnectTenant, parts: ConnectParts): Promise<ConnectionView> {
  const connection = await parts.store.openConnection(tenant.id, null);
  const { checks, found } = await lookAtAll({ tenant, connection, parts });
  // Nobody allows a client of the environment: it is connected as soon as Zendesk takes it.
  const isLetIn = tenant.kind === 'environment' && connection.state === 'new' && checks[0]?.state === 'ok';
  return {
    tenant: tenant.id,
    kind: tenant.kind,
    state: isLetIn ? 'connected' : connection.state,
    connectedAt: connection.connectedAt,
    connectedBy: connection.connectedBy?.name ?? null,
    healthy: checks.every(({ state }) => state === 'ok'),
    checks,
    teams: found?.teams ?? [],
    groups: found?.groups.map(({ id, name }) => ({ id, name })) ?? [],
  };
}
