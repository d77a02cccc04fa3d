import { unzipSync } from 'fflate';
import { isObject, type Json, objectAt, parseJson } from './json.ts';
import { findManifestFaults } from './manifest-check.ts';

const LOCALE_FILE = /^translations\/([a-z]{2,3}(-\w{2,3})?)\.json$/;
const FORBIDDEN = /\.(zip|gz|tar|tgz|rar|7z|jar|pdf|docx?|xlsx?|pptx?|mp3|sh|exe)$/i;
const REQUIREMENTS = new Set(
  'automations channel_integrations custom_objects macros targets views ticket_fields triggers user_fields organization_fields webhooks custom_objects_v2'.split(
    ' ',
  ),
);
const KEYED = new Set(['user_fields', 'organization_fields']);
const UNTITLED = new Set(['webhooks', 'custom_objects', 'custom_objects_v2', 'channel_integrations']);
export type Files = Record<string, Uint8Array>;

/** What Zendesk's validator finds wrong with a packaged app; an empty list for a good one. */
export function findPackageFaults(zip: Uint8Array): string[] {
  const files = unzip(zip);
  if (files === null) return ['The package is not a readable zip file'];
  if (files['manifest.json'] === undefined) return ['Could not find manifest.json'];
  const manifest = parse(files['manifest.json']);
  if (!isObject(manifest)) return ['manifest.json is not proper JSON'];
  return [
    ...findManifestFaults(manifest, Object.keys(files)),
    ...Object.keys(files)
      .filter((name) => FORBIDDEN.test(name))
      .map((name) => `${name}: this file type is not allowed`),
    ...findTranslationFaults(files, manifest),
    ...findRequirementFaults(files['requirements.json']),
  ];
}

function unzip(zip: Uint8Array): Files | null {
  try {
    return unzipSync(zip);
  } catch {
    return null;
  }
}

function findTranslationFaults(files: Files, manifest: Json): string[] {
  const parameters = Array.isArray(manifest.parameters) ? manifest.parameters.filter(isObject) : [];
  const demanded = manifest.private === false ? ['name', 'long_description', 'installation_instructions'] : ['name'];
  return Object.keys(files)
    .filter((name) => name.startsWith('translations/') && !name.endsWith('/'))
    .flatMap((name) => {
      if (!LOCALE_FILE.test(name)) return [`${name} is not a valid locale name`];
      const translation = parse(files[name] ?? new Uint8Array());
      if (!isObject(translation)) return [`${name} is not proper JSON`];
      if (name !== 'translations/en.json') return [];
      const app = objectAt(translation, 'app');
      const labels = objectAt(app, 'parameters');
      const unlabelled = parameters.filter((parameter) => objectAt(labels, String(parameter.name)).label === undefined);
      return [
        ...demanded.filter((key) => typeof app[key] !== 'string').map((key) => `${name}: app.${key} is missing`),
        ...unlabelled.map((parameter) => `${name}: app.parameters.${String(parameter.name)}.label is missing`),
      ];
    });
}

function findRequirementFaults(file: Uint8Array | undefined): string[] {
  if (file === undefined) return [];
  const requirements = parse(file);
  if (!isObject(requirements)) return ['requirements.json is not proper JSON'];
  return Object.entries(requirements).flatMap(([type, items]) => {
    if (!REQUIREMENTS.has(type)) return [`requirements.json: ${type} is not a valid requirement type`];
    return Object.entries(isObject(items) ? items : {}).flatMap(([identifier, payload]) => {
      const needed = [
        ...(UNTITLED.has(type) ? [] : ['title']),
        ...(KEYED.has(type) ? ['key'] : []),
        ...(type === 'webhooks' ? WEBHOOK_KEYS : []),
      ];
      const given = isObject(payload) ? payload : {};
      return needed
        .filter((key) => given[key] === undefined)
        .map((key) => `requirements.json: ${identifier} lacks ${key}`);
    });
  });
}

const WEBHOOK_KEYS = ['name', 'status', 'endpoint', 'http_method', 'request_format'];

const parse = (file: Uint8Array) => parseJson(new TextDecoder().decode(file));
