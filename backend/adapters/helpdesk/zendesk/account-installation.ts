import { z } from 'zod';
import { OutsideError } from '../../../ports/errors.ts';
import type { AccountInstallation } from '../../../ports/helpdesk-account.ts';
import type { ZendeskClient } from './client.ts';
import { orNull, path } from './or-null.ts';
import { parseAnswer } from './parse-answer.ts';

const LIST = '/api/support/apps/installations.json';
/** A parameter of manifest.json that every installation of ours has a value for. */
const BACKEND = 'backend_url';
/** The secure parameter of manifest.json that the ZAF proxy signs with. */
const SECRET = 'shared_secret';

const idSchema = z.union([z.number(), z.string()]).transform(String);
const installationSchema = z.object({
  id: idSchema,
  app_id: idSchema,
  enabled: z.boolean().default(true),
  settings: z.record(z.string(), z.unknown()).default({}),
});
const listSchema = z.object({ installations: z.array(installationSchema) });

const originOf = (url: unknown): string => (typeof url === 'string' ? URL.parse(url)?.origin : undefined) ?? '';

const readInstallations = async (client: Pick<ZendeskClient, 'get'>) =>
  parseAnswer(listSchema, await client.get(LIST)).installations;

/** The account's own list: an installation that does not stand in it is gone. */
export async function fetchInstallation(
  client: Pick<ZendeskClient, 'get'>,
  { installationId, appId }: { installationId: string | null; appId: string | null },
): Promise<AccountInstallation | null> {
  const installations = await readInstallations(client);
  const found = installations.find(({ id, app_id }) => (installationId ? id === installationId : app_id === appId));
  return found ? { id: found.id, enabled: found.enabled } : null;
}

/**
 * The key that Zendesk signs this installation's pages with. Zendesk signs for every app of the account, and another one may
 * hand its visitors' tokens on: where our app's id is not known, that it is set up with this backend tells ours.
 */
export async function fetchAppKey(
  client: Pick<ZendeskClient, 'get' | 'getText'>,
  { installationId, appId, backendUrl }: { installationId: string; appId: string | null; backendUrl: string },
): Promise<string | null> {
  const found = (await readInstallations(client)).find(({ id }) => id === installationId);
  const isOurs =
    found && (appId === null ? originOf(found.settings[BACKEND]) === originOf(backendUrl) : found.app_id === appId);
  return isOurs ? orNull(client.getText(path`/api/v2/apps/${found.app_id}/public_key.pem`)) : null;
}

/** The other settings go with it, in case that what is not named is emptied. */
export async function writeSidebarSecret(
  client: Pick<ZendeskClient, 'get' | 'put'>,
  installationId: string,
  secret: string,
): Promise<void> {
  const found = (await readInstallations(client)).find(({ id }) => id === installationId);
  if (!found) throw new OutsideError('zendesk', 'not_found', 'has no such installation of the app');
  const settings = { ...found.settings, [SECRET]: secret };
  await client.put(path`/api/support/apps/installations/${installationId}.json`, { settings });
}
