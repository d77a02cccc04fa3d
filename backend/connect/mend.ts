import { randomBytes } from 'node:crypto';
import type { CheckName } from '../contract/connection.ts';
import type { Connection } from '../ports/connection.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Looking } from './checks.ts';
import { endpointOf } from './connect-parts.ts';
import { findTeams } from './find-teams.ts';

const OVERLAP_MS = 10 * 60_000;
const SECRET_BYTES = 32;

/**
 * Gives the sidebar a new secret. Both count until the installation has it, the old one for ten minutes more, since tokens
 * that were made with it are under way; if the installation does not take the new one, all stays as it was.
 */
export async function renewSidebarSecret({ tenant, connection, parts }: Looking): Promise<void> {
  const installation = await tenant.account.fetchInstallation(connection.installationId);
  if (!installation) throw new OutsideError('zendesk', 'not_found', 'has no installation of the app');
  const before = connection.sidebarSecrets;
  const fresh = { secret: randomBytes(SECRET_BYTES).toString('hex'), endsAt: null };
  const save = (sidebarSecrets: Connection['sidebarSecrets']) =>
    parts.store.saveConnection(tenant.id, { sidebarSecrets, installationId: installation.id });
  await save([fresh, ...before]);
  parts.changed(tenant.id);
  await tenant.account.writeSidebarSecret(installation.id, fresh.secret).catch(async (error) => {
    // Without an answer the installation may have it all the same.
    if (error instanceof OutsideError && !error.retryable) await save(before);
    throw error;
  });
  const endsAt = new Date(Date.now() + OVERLAP_MS).toISOString();
  const others = before.map((old) => ({ ...old, endsAt: old.endsAt ?? endsAt }));
  await save([fresh, ...others.filter((old) => Date.parse(old.endsAt) > Date.now())]);
}

/** Has the webhook sign with a new secret; what is signed with the old one still counts. */
export async function renewWebhookSecret({ tenant, connection: { webhook }, parts }: Looking): Promise<void> {
  if (!webhook) return;
  await parts.store.saveConnection(tenant.id, { webhook: await tenant.account.rotateWebhookSecret(webhook) });
}

async function mendWebhook({ tenant, connection, parts }: Looking): Promise<void> {
  const { webhook } = connection;
  // One that was made by hand tells of everything already, at an address that may be spelled in another way.
  if (!webhook && tenant.account.access.given.webhook) return;
  const opened = await tenant.account.openWebhook(endpointOf(tenant.id, parts), webhook);
  // Deliveries under way are signed with the secret that was the newest; whatever is older has had its time.
  const older = webhook?.secrets.slice(0, 1).filter((secret) => !opened.secrets.includes(secret)) ?? [];
  await parts.store.saveConnection(tenant.id, { webhook: { ...opened, secrets: [...opened.secrets, ...older] } });
}

/** Keeps the group of each team by its id, so that it stays the team's when somebody renames it. What an admin chose is kept elsewhere. */
async function mendGroups({ tenant, connection, parts }: Looking): Promise<void> {
  const [names, groups] = await Promise.all([parts.readTeams(tenant), tenant.account.fetchGroups()]);
  const teams = findTeams(names, groups, { chosen: {}, groupOf: connection.groupOf });
  const found = teams.flatMap(({ team, groupId }) => (groupId ? [[team, groupId] as const] : []));
  await parts.store.saveConnection(tenant.id, { groupOf: Object.fromEntries(found) });
}

/** What mends each check, in the order in which they are mended. What an admin alone can do stands nowhere. */
export const MENDS: Partial<Record<CheckName, (looking: Looking) => Promise<void>>> = {
  fields: ({ tenant }) => tenant.account.mendFields(Object.keys(tenant.taxonomy.categories)),
  webhook: mendWebhook,
  groups: mendGroups,
  sidebar: renewSidebarSecret,
};
