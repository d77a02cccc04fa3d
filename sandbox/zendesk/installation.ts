import type { Account } from './account.ts';
import { APP_ID } from './directory.ts';
import { readManifest } from './manifest.ts';
import type { User } from './state.ts';

const NOT_INSTALLED = 'The app is not installed: an admin can install it under Apps.';

/** What the workspace page needs to host the app. Secure settings stay here; without an app, `problem` says why. */
export function describeInstallation(account: Account, user: User) {
  const { installation, subdomain, groups } = account.state;
  const { id, name, email, role, locale, group_ids } = user;
  return {
    appId: APP_ID,
    installationId: installation?.id ?? null,
    ...describeApp(account),
    account: { subdomain },
    currentUser: { id, name, email, role, locale, groups: groups.filter((group) => group_ids.includes(group.id)) },
    requirements: installation?.requirements ?? {},
  };
}

function describeApp({ appDir, appUrl, state }: Account) {
  const manifest = state.installation === null ? { problem: NOT_INSTALLED } : readManifest(appDir);
  if ('problem' in manifest) {
    const nothing = { name: 'No app', version: '0.0.0', settings: {}, appUrl: null, locations: {}, signed: [] };
    return { ...nothing, ...manifest };
  }
  const place = (url: string) => (/^https?:/.test(url) ? url : `${appUrl}/${APP_ID}/${url}`);
  const locations = Object.fromEntries(Object.entries(manifest.locations).map(([name, url]) => [name, place(url)]));
  const open = manifest.parameters.filter(({ secure }) => !secure);
  const values = open.map(({ name, fallback }) => [name, state.installation?.settings[name] ?? fallback]);
  const { name, version, signed } = manifest;
  const settings = Object.fromEntries(values);
  return { name, version, settings, appUrl: locations.ticket_sidebar ?? null, locations, signed, problem: null };
}
