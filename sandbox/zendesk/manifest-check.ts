import { isObject, type Json, objectAt } from './json.ts';

const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;
const PARAMETER_TYPES = new Set(['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth']);
const SCOPES = new Set('header body url jwt_secret_key jwt_claim basic_auth_username basic_auth_password'.split(' '));
const LOCATIONS = new Set(
  'ticket_sidebar new_ticket_sidebar user_sidebar organization_sidebar nav_bar top_bar system_top_bar background modal ticket_editor'.split(
    ' ',
  ),
);

/** The rules for manifest.json, version 2. `files` are the package's paths. */
export function findManifestFaults(manifest: Json, files: string[]): string[] {
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const author = objectAt(manifest, 'author');
  demand(isObject(manifest.author), 'Missing required field in manifest: author');
  demand(author.url === undefined || /^https?:\/\//.test(String(author.url)), 'author url must be http or https');
  demand(typeof manifest.defaultLocale === 'string', 'Missing required field in manifest: defaultLocale');
  const locale = String(manifest.defaultLocale);
  demand(LOCALE.test(locale), `${locale} is not a valid default locale`);
  demand(files.includes(`translations/${locale}.json`), `Missing translation file for the default locale ${locale}`);
  demand(manifest.version === undefined || typeof manifest.version === 'string', 'version must be a string');
  for (const key of ['private', 'signedUrls', 'singleInstall', 'requirementsOnly', 'marketingOnly']) {
    demand(manifest[key] === undefined || typeof manifest[key] === 'boolean', `${key} must be a boolean`);
  }
  const domains = manifest.domainWhitelist;
  const domainsHold =
    domains === undefined || (Array.isArray(domains) && domains.every((domain) => typeof domain === 'string'));
  demand(domainsHold, 'domainWhitelist must be an array of strings');
  const hidden = manifest.requirementsOnly === true || manifest.marketingOnly === true;
  if (!hidden) demand(manifest.frameworkVersion === '2.0', 'frameworkVersion must be "2.0"');
  return [
    ...faults,
    ...(hidden ? [] : findLocationFaults(manifest, files)),
    ...findParameterFaults(manifest.parameters),
  ];
}

function findLocationFaults({ location }: Json, files: string[]): string[] {
  if (!isObject(location)) return ['Missing required field in manifest: location'];
  return Object.values(location).flatMap((places) =>
    Object.entries(isObject(places) ? places : {}).flatMap(([name, place]) => {
      if (!LOCATIONS.has(name)) return [`${name} is an invalid location`];
      const { url, autoLoad, ...flags } = isObject(place) ? place : { url: place, autoLoad: true };
      const faults = ['flexible', 'signed']
        .filter((flag) => flags[flag] !== undefined && typeof flags[flag] !== 'boolean')
        .map((flag) => `${name}: ${flag} must be a boolean`);
      if (url === undefined && autoLoad === false) return faults;
      return isPageUrl(String(url), files) ? faults : [...faults, `${name}: ${String(url)} is an invalid location URI`];
    }),
  );
}

/** A file of the package under assets/, any https address, or anything on localhost. */
function isPageUrl(url: string, files: string[]): boolean {
  if (url.includes('{{setting.')) return true;
  const absolute = URL.parse(url);
  if (absolute !== null) return absolute.protocol === 'https:' || absolute.hostname === 'localhost';
  return url.startsWith('assets/') && files.includes(url.split(/[?#]/)[0] ?? url);
}

function findParameterFaults(parameters: unknown): string[] {
  if (parameters === undefined) return [];
  if (!Array.isArray(parameters) || !parameters.every(isObject)) return ['parameters must be an array of objects'];
  const names = parameters.map((parameter) => parameter.name);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...repeated.map((name) => `Duplicate app parameter: ${String(name)}`),
    ...parameters.flatMap(findParameterFault),
  ];
}

function findParameterFault({ name, type = 'text', required, secure, scopes }: Json): string[] {
  const faults: string[] = [];
  if (typeof name !== 'string' || name === 'name') faults.push(`${String(name)} is not allowed as a parameter name`);
  if (!PARAMETER_TYPES.has(String(type))) faults.push(`${String(type)} is an invalid parameter type`);
  if (type === 'hidden' && required === true) faults.push(`${String(name)}: a hidden parameter cannot be required`);
  if (secure !== undefined && typeof secure !== 'boolean') faults.push(`${String(name)}: secure must be a boolean`);
  if (scopes === undefined) return faults;
  const known = Array.isArray(scopes) && scopes.length > 0 && scopes.every((scope) => SCOPES.has(String(scope)));
  if (secure !== true || !known) faults.push(`${String(name)}: invalid scopes`);
  return faults;
}
