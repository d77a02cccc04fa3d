import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { AGENTS, APP_ID, GROUPS, INSTALLATION_ID, SUBDOMAIN } from './directory.ts';
import { FIELDS } from './fields.ts';
import { isObject, type Json, objectAt, parseJson } from './json.ts';

export type Parameter = { name: string; secure: boolean; scopes: string[] | null; fallback: string | null };
export type Manifest = {
  name: string;
  version: string;
  parameters: Parameter[];
  domains: string[];
  locations: Record<string, string>;
};

/** The packaged app's manifest, or why there is none. Read anew each time, so that a rebuilt app needs no restart. */
export function readManifest(appDir: string | null): Manifest | { problem: string } {
  if (appDir === null) return { problem: 'No app is installed: start the sandbox with the folder of the packaged app' };
  const json = parseManifest(join(appDir, 'manifest.json'));
  if (json === null) return { problem: 'The app folder holds no readable manifest.json: build the app first' };
  const parameters = Array.isArray(json.parameters) ? json.parameters.filter(isObject) : [];
  return {
    name: String(json.name ?? 'App'),
    version: String(json.version ?? '0.0.0'),
    parameters: parameters.map(readParameter),
    domains: Array.isArray(json.domainWhitelist) ? json.domainWhitelist.map(String) : [],
    locations: locationsOf(objectAt(json.location, 'support')),
  };
}

function parseManifest(path: string): Json | null {
  const json = existsSync(path) ? parseJson(readFileSync(path, 'utf8')) : null;
  return isObject(json) ? json : null;
}

function readParameter({ name, secure, scopes, default: fallback }: Json): Parameter {
  return {
    name: String(name),
    secure: secure === true,
    scopes: Array.isArray(scopes) ? scopes.map(String) : null,
    fallback: fallback === undefined ? null : String(fallback),
  };
}

function locationsOf(support: Json): Record<string, string> {
  const urls = Object.entries(support).map(([name, place]) => [
    name,
    typeof place === 'string' ? place : isObject(place) ? place.url : null,
  ]);
  return Object.fromEntries(urls.filter(([, url]) => typeof url === 'string'));
}

/** What the workspace page needs to host the app. Secure settings stay here; without an app, `problem` says why. */
export function describeInstallation(account: Account) {
  const [agent] = AGENTS;
  return {
    appId: APP_ID,
    installationId: INSTALLATION_ID,
    ...describeApp(account),
    account: { subdomain: SUBDOMAIN },
    currentUser: agent && {
      id: agent.id,
      name: agent.name,
      email: agent.email,
      role: agent.role,
      locale: agent.locale,
      groups: GROUPS.filter(({ id }) => agent.group_ids.includes(id)),
    },
    requirements: Object.fromEntries(FIELDS.map(({ identifier, id }) => [identifier, id])),
  };
}

function describeApp({ appDir, appUrl, settings }: Account) {
  const manifest = readManifest(appDir);
  if ('problem' in manifest)
    return { name: 'No app', version: '0.0.0', settings: {}, appUrl: null, locations: {}, ...manifest };
  const place = (url: string) => (/^https?:/.test(url) ? url : `${appUrl}/${APP_ID}/${url}`);
  const locations = Object.fromEntries(Object.entries(manifest.locations).map(([name, url]) => [name, place(url)]));
  const open = manifest.parameters.filter(({ secure }) => !secure);
  const values = Object.fromEntries(open.map(({ name, fallback }) => [name, settings[name] ?? fallback]));
  const { name, version } = manifest;
  return { name, version, settings: values, appUrl: locations.ticket_sidebar ?? null, locations, problem: null };
}
