import type { CheckName, ConnectionView } from '../contract/connection.ts';
import { OutsideError } from '../ports/errors.ts';
import { checkConnection } from './check-connection.ts';
import type { ConnectParts, ConnectTenant } from './connect-parts.ts';
import { inTurn } from './in-turn.ts';
import { MENDS, renewSidebarSecret, renewWebhookSecret } from './mend.ts';

async function openLooking(tenant: ConnectTenant, parts: ConnectParts) {
  return { tenant, parts, connection: await parts.store.openConnection(tenant.id, null) };
}

async function mendOne(name: CheckName, tenant: ConnectTenant, parts: ConnectParts): Promise<void> {
  await MENDS[name]?.(await openLooking(tenant, parts));
  parts.changed(tenant.id);
}

/** One that Zendesk refuses stands in the view afterwards, and holds nothing else up. */
async function mendAll(names: readonly CheckName[], tenant: ConnectTenant, parts: ConnectParts): Promise<void> {
  for (const name of names)
    await mendOne(name, tenant, parts).catch((error) => {
      if (!(error instanceof OutsideError)) throw error;
    });
}

/** Groups are kept by their id also when none is missing. */
const isToMend = ({ name, remedy, state }: ConnectionView['checks'][number], isFirst: boolean): boolean =>
  remedy === 'repair' || (name === 'groups' && (state === 'broken' || (isFirst && state === 'ok')));

/** Makes in the account what we need there and what is not there yet; may run as often as anybody likes. */
export const setUp = (tenant: ConnectTenant, parts: ConnectParts): Promise<ConnectionView> =>
  inTurn(tenant.id, async () => {
    const before = await checkConnection(tenant, parts);
    const names = before.checks.filter((check) => isToMend(check, true)).map(({ name }) => name);
    await mendAll(names, tenant, parts);
    return checkConnection(tenant, parts);
  });

/** Mends what is broken; or that one check alone, also when it seems right, and then throws OutsideError where that is refused. */
export const repair = (
  tenant: ConnectTenant,
  parts: ConnectParts,
  check?: CheckName | undefined,
): Promise<ConnectionView> =>
  inTurn(tenant.id, async () => {
    const before = await checkConnection(tenant, parts);
    if (before.checks.find(({ name }) => name === 'authorization')?.state !== 'ok') return before;
    const found = before.checks.filter((one) => isToMend(one, false)).map(({ name }) => name);
    await (check ? mendOne(check, tenant, parts) : mendAll(found, tenant, parts));
    return checkConnection(tenant, parts);
  });

/** New secrets for the sidebar and the webhook. Throws OutsideError when Zendesk does not take one. */
export const rotateSecrets = (tenant: ConnectTenant, parts: ConnectParts): Promise<ConnectionView> =>
  inTurn(tenant.id, async () => {
    const looking = await openLooking(tenant, parts);
    await renewSidebarSecret(looking);
    await renewWebhookSecret(looking);
    parts.changed(tenant.id);
    return checkConnection(tenant, parts);
  });
