import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json, objectAt, parseJson } from './json.ts';

export type Parameter = {
  name: string;
  type: string;
  required: boolean;
  secure: boolean;
  scopes: string[] | null;
  fallback: string | null;
};
export type Manifest = {
  name: string;
  version: string;
  locale: string;
  parameters: Parameter[];
  domains: string[];
  locations: Record<string, string>;
  /** Locations whose first page is asked for with a token. */
  signed: string[];
};

/** The packaged app's manifest, or why there is none. Read anew each time, so that a rebuilt app needs no restart. */
export function readManifest(appDir: string | null): Manifest | { problem: string } {
  if (appDir === null) return { problem: 'No app is installed: start the sandbox with the folder of the packaged app' };
  const json = readJsonFile(join(appDir, 'manifest.json'));
  if (json === null) return { problem: 'The app folder holds no readable manifest.json: build the app first' };
  const parameters = Array.isArray(json.parameters) ? json.parameters.filter(isObject) : [];
  const support = objectAt(json.location, 'support');
  return {
    name: String(json.name ?? 'App'),
    version: String(json.version ?? '0.0.0'),
    locale: String(json.defaultLocale ?? 'en'),
    parameters: parameters.map(readParameter),
    domains: Array.isArray(json.domainWhitelist) ? json.domainWhitelist.map(String) : [],
    locations: locationsOf(support),
    signed: Object.keys(support).filter((name) => isSigned(support[name], json.signedUrls)),
  };
}

/** Null for what is not there or no JSON object. */
export function readJsonFile(path: string): Json | null {
  const json = existsSync(path) ? parseJson(readFileSync(path, 'utf8')) : null;
  return isObject(json) ? json : null;
}

function readParameter({ name, type = 'text', required, secure, scopes, default: fallback }: Json): Parameter {
  return {
    name: String(name),
    type: String(type),
    required: required === true,
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

/** A location's own flag wins over the manifest's. */
function isSigned(place: unknown, usual: unknown): boolean {
  const own = isObject(place) ? place.signed : undefined;
  return (own ?? usual) === true;
}
